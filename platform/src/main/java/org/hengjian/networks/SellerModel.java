package org.hengjian.networks;

import java.util.List;
import java.util.regex.Pattern;
import org.hengjian.parties.Shop;
import org.hengjian.parties.Subject;
import org.hengjian.tracing.Model;
import org.hengjian.tracing.schema.Column;
import org.hengjian.tracing.schema.Entry;
import org.hengjian.tracing.schema.Kind;
import org.hengjian.tracing.schema.Schema;

/** What two sellers are compared by, and how heavily each likeness weighs. */
final class SellerModel {

    /**
     * From here on a likeness is shown to a person, a chance of one in nine: the same name on two platforms alone reaches it,
     * names that are only alike do not.
     */
    private static final double WORTH_A_LOOK = -3;

    static final Model MODEL = Model.standard(
            Schema.of(
                    new Column("店铺名称", Kind.NAME),
                    new Column("企业名称", Kind.COMPANY),
                    new Column("统一社会信用代码", Kind.CREDIT_CODE),
                    new Column("电话", Kind.PHONE),
                    new Column("账号", Kind.ACCOUNT),
                    new Column("地址", Kind.ADDRESS)),
            WORTH_A_LOOK);

    /** A shop that calls itself by the name of a firm. */
    private static final Pattern FIRM = Pattern.compile(".*(?:公司|商行|经营部|合作社|工厂|服装店|厂)$");

    private SellerModel() {}

    /** @param contacts what the offers of the shop tell */
    static Entry entry(Shop shop, Contacts contacts) {
        return new Entry(
                "shop-" + shop.id(),
                List.of(
                        shop.name(),
                        FIRM.matcher(shop.name()).matches() ? shop.name() : "",
                        "",
                        String.join(",", contacts.phones()),
                        String.join(",", contacts.accounts()),
                        ""));
    }

    static Entry entry(Subject firm, String seat) {
        return new Entry(
                "firm-" + firm.id(),
                List.of(
                        "",
                        firm.name(),
                        firm.creditCode() == null ? "" : firm.creditCode(),
                        "",
                        "",
                        firm.address().isEmpty() ? "" : seat + firm.address()));
    }
}
