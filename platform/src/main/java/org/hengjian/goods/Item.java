package org.hengjian.goods;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An item of the list of goods (财物清单): one kind of thing of one lot, with its balance.
 *
 * @param lot   批次、箱号
 * @param brand 标示的品牌或权利
 */
public record Item(
        long id,
        String code,
        long caseId,
        String caseNumber,
        String lot,
        String name,
        String brand,
        String model,
        Unit unit,
        Measure measure,
        String measureNumber,
        LocalDate takenOn,
        String takenAtPlace,
        String note,
        Custody custody,
        String registrar,
        Instant registeredAt,
        long agency,
        Balance balance) {

    /** How the goods were taken. */
    public enum Measure {
        /** 扣押. */
        SEIZED,
        /** 查封: they stay where they were found. */
        SEALED,
        /** 先行登记保存. */
        PRESERVED,
        /** 主动上交. */
        SURRENDERED,
        /** 其他机关移交. */
        RECEIVED
    }

    /** Where it is kept now, by whom, under which seal. */
    public record Custody(String place, String seal, String keeper) {}

    /** Where it lies; empty when nothing of it is in custody any more. */
    public String place() {
        return balance.custody() > 0 ? custody.place() : "";
    }

    public Quantity quantity(Account account) {
        return new Quantity(balance.of(account), unit.scale());
    }

    public Quantity seized() {
        return new Quantity(balance.seized(), unit.scale());
    }
}
