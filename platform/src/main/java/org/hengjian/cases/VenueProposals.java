package org.hengjian.cases;

import java.util.Optional;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Regions;
import org.hengjian.leads.Lead;
import org.springframework.stereotype.Component;

/**
 * What jurisdiction seems to rest on (管辖依据), read from where a case comes from; whoever proposes the filing confirms it.
 * Nothing is proposed where the data do not place the act in the agency's own region, as 程序规定 arts. 7, 8 ask.
 */
@Component
class VenueProposals {

    private final Viewers viewers;
    private final Regions regions;

    VenueProposals(Viewers viewers, Regions regions) {
        this.viewers = viewers;
        this.regions = regions;
    }

    /** Of a lead: the place of the shop, or of the platform, by which it was routed to the agency. */
    Optional<Paper.VenueStated> of(Lead lead) {
        var viewer = viewers.require();
        var shop = Optional.ofNullable(lead.subject().region());
        if (shop.isPresent()) {
            boolean online = !lead.subject().platform().isBlank();
            return within(
                    viewer, shop.get(), online ? Paper.VenueGround.SHOP_PLACE : Paper.VenueGround.PLACE_OF_ACT, "经营地");
        }
        return lead.routed().basis() == Lead.Basis.PLATFORM
                ? within(viewer, lead.region(), Paper.VenueGround.PLATFORM_FIRST, "平台经营者住所地")
                : Optional.empty();
    }

    /** Of a case that was handed over to the agency: by the letter, or by what the superior said before it. */
    Optional<Paper.VenueStated> of(Docket handed) {
        return handed.paper(Paper.HandedOver.class).flatMap(letter -> switch (letter.why()) {
            case DESIGNATED -> handed.paper(Paper.Designated.class).map(one ->
                    new Paper.VenueStated(Paper.VenueGround.DESIGNATED, one.by() + "指定管辖（" + one.number().text() + "）"));
            case TAKEN_UP -> handed.paper(Paper.TakenUp.class).map(one ->
                    new Paper.VenueStated(Paper.VenueGround.DESIGNATED, one.by() + "决定由本机关管辖（" + one.number().text() + "）"));
            case HANDED_DOWN -> Optional.of(
                    new Paper.VenueStated(Paper.VenueGround.HANDED_DOWN, "上级交由本机关管辖（" + letter.number().text() + "）"));
            case NOT_OURS, AGREED -> Optional.empty(); // the agency itself says on what: the other one only said that it has none
        });
    }

    private Optional<Paper.VenueStated> within(Viewer viewer, int region, Paper.VenueGround ground, String place) {
        return viewer.span().contains(region)
                ? Optional.of(new Paper.VenueStated(ground, place + "在" + regions.path(region) + "，属于本机关辖区"))
                : Optional.empty();
    }
}
