package org.hengjian.cases;

import java.time.LocalDate;
import org.hengjian.access.Seal;
import org.hengjian.shell.Masked;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Where documents reach the party: the address that it confirmed (送达地址确认书, 程序规定 art. 83), before that its own. */
@Component
class ServiceAddresses {

    private final Seal seal;
    private final JsonMapper json;

    ServiceAddresses(Seal seal, JsonMapper json) {
        this.seal = seal;
        this.json = json;
    }

    /** @param receiver who takes documents for the party; empty for none. @param electronic number or account; empty for none */
    record Reach(String receiver, String electronic) {}

    Paper.AddressConfirmed confirmed(LocalDate on, String address, Paper.Electronic kind, Reach reach) {
        return new Paper.AddressConfirmed(
                on, address, Masked.name(reach.receiver()), kind, seal.seal(json.writeValueAsString(reach)));
    }

    Reach reach(Paper.AddressConfirmed address) {
        return json.readValue(seal.open(address.sealed()), Reach.class);
    }

    /** As a receipt says it. */
    String place(Docket docket, Paper.Way way) {
        return docket.paper(Paper.AddressConfirmed.class)
                .map(address -> (way == Paper.Way.ELECTRONIC ? reach(address).electronic() : address.address())
                        + "（" + CaseDocuments.DAY.format(address.on()) + "送达地址确认书）")
                .orElse(docket.party().address());
    }
}
