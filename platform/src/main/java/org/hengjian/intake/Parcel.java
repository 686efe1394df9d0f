package org.hengjian.intake;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A parcel (邮件快件) as whoever may see it sees it: masked. A changed one is another version with its own id.
 *
 * @param id of this version
 * @param first id of the first version, the same for all of them
 * @param waybill masked
 * @param sender stands for who sends, equal for equal phones and telling nothing else
 * @param senderName masked; that of a firm, which gave its credit code with it, in full
 * @param senderPhone masked
 * @param senderRegion GB/T 2260 code of the sender's address, as far down as it is known; null when it is not
 * @param recipientRegion GB/T 2260 code; all that is kept of who receives
 * @param goods as declared (内件品名)
 * @param quantity null when not told
 * @param valueFen declared value; null when not told
 * @param inspected 收寄验视; null when not told, as {@code realName} 实名收寄 and {@code xrayed} 过机安检
 * @param agency the agency that took it in
 * @param region GB/T 2260 code of that agency
 */
public record Parcel(
        long id,
        long first,
        int version,
        long batch,
        long rowNumber,
        String waybill,
        String courier,
        String outlet,
        String sender,
        String senderName,
        String senderPhone,
        String senderCode,
        @Nullable Integer senderRegion,
        @Nullable Integer recipientRegion,
        String goods,
        @Nullable Integer quantity,
        long grams,
        @Nullable Long valueFen,
        LocalDate sentOn,
        String hsCode,
        String declaration,
        String platform,
        String shop,
        @Nullable Boolean inspected,
        @Nullable Boolean realName,
        @Nullable Boolean xrayed,
        long agency,
        String line,
        int region) {

    /**
     * What is under the seal, in clear.
     *
     * @param address empty where not told
     */
    public record Sender(String waybill, String name, String phone, String address) {

        @Override
        public String toString() {
            return "a sender under seal";
        }
    }

    /** What was told of the three systems of the postal trade (寄递安全三项制度), of how many parcels. */
    public record Systems(
            long parcels, long inspectedTold, long inspected, long realNameTold, long realName, long xrayedTold, long xrayed) {

        /** Whether any of it was told. */
        public boolean isTold() {
            return inspectedTold + realNameTold + xrayedTold > 0;
        }
    }

    private static final Pattern FIRM = Pattern.compile(
            ".{2,}(公司|厂|店|商行|经营部|合作社|中心|企业|工作室|Ltd\\.?|Inc\\.?)", Pattern.CASE_INSENSITIVE);

    /** Whether a firm sends it under its own name; the code of a business may as well stand beside the name of a person. */
    public boolean sentByFirm() {
        return isFirm(senderName, senderCode);
    }

    static boolean isFirm(String name, String creditCode) {
        return !creditCode.isEmpty() && FIRM.matcher(name).matches();
    }

    /** The first two characters and the last four: enough to tell two parcels apart with the label in hand. */
    static String maskedWaybill(String waybill) {
        return waybill.substring(0, 2) + "****" + waybill.substring(waybill.length() - 4);
    }

    static String maskedName(String name) {
        return name.substring(0, name.offsetByCodePoints(0, 1)) + "**"; // its length would tell something
    }

    static String maskedPhone(String phone) {
        return phone.substring(0, Math.min(3, phone.length() - 4)) + "****" + phone.substring(phone.length() - 4);
    }
}
