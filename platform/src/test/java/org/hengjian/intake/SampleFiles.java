package org.hengjian.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.hengjian.intake.SampleListings.Listing;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes {@code samples/}: the same files for the same seeds. Run {@link #main} in the root of the project after a
 * change; a test compares.
 */
final class SampleFiles {

    private static final Charset GBK = Charset.forName("GBK");
    private static final String CRLF = "\r\n";

    private final Path folder;
    private final StringBuilder labels = new StringBuilder("file,id,kind\n");

    SampleFiles(Path folder) {
        this.folder = folder;
    }

    public static void main(String... arguments) throws IOException {
        new SampleFiles(Path.of(arguments.length > 0 ? arguments[0] : "samples")).write();
    }

    void write() throws IOException {
        Files.createDirectories(folder);
        hangzhou();
        zhejiang();
        platformExport();
        crossBorder();
        dirty();
        Files.writeString(folder.resolve("listings-labels.csv"), labels);
    }

    /** As Excel saves “CSV UTF-8”: with a mark, Chinese headings, full names of places. */
    private void hangzhou() throws IOException {
        var file = new StringBuilder("\uFEFF商品编号,商品标题,商品描述,价格（元）,币种,类目,品牌,店铺名称,统一社会信用代码,平台,商品链接,所在地区,图片链接" + CRLF);
        var listings = new SampleListings(20_261_012, "HZ", true);
        for (int i = 0; i < 600; i++) {
            var listing = labelled("listings-hangzhou-utf8.csv", listings.next());
            file.append(csv(List.of(
                            listing.id(), listing.title(), listing.description(), yuan(listing.priceFen()), "CNY",
                            listing.category(), listing.brand(), listing.seller(), listing.creditCode(), listing.platform(),
                            listing.url(), listing.place().full(), String.join("|", listing.images()))))
                    .append(CRLF);
        }
        Files.writeString(folder.resolve("listings-hangzhou-utf8.csv"), file);
    }

    /** As an older system of a bureau exports: GBK, other headings in another order, prices as they are shown. */
    private void zhejiang() throws IOException {
        var file = new StringBuilder("序号,宝贝ID,宝贝名称,售价,店铺,卖家信用代码,发货地,宝贝链接,来源平台,一级类目" + CRLF);
        var listings = new SampleListings(20_261_013, "6012345", true);
        for (int i = 1; i <= 500; ) {
            var listing = listings.next();
            if (!GBK.newEncoder().canEncode(listing.title())) {
                continue;
            }
            labelled("listings-zhejiang-gbk.csv", listing);
            var place = listing.place();
            var region = SampleListings.sharedNames().contains(place.county()) ? place.full() : place.county();
            var price = switch (i % 4) {
                case 0 -> "￥" + String.format(Locale.ROOT, "%,.2f", listing.priceFen() / 100.0);
                case 1 -> yuan(listing.priceFen()) + "元";
                default -> yuan(listing.priceFen());
            };
            file.append(csv(List.of(
                            String.valueOf(i), listing.id(), listing.title(), price, listing.seller(), listing.creditCode(),
                            i % 3 == 0 ? String.valueOf(place.code()) : region, listing.url(), listing.platform(),
                            listing.category())))
                    .append(CRLF);
            i++;
        }
        Files.write(folder.resolve("listings-zhejiang-gbk.csv"), file.toString().getBytes(GBK));
    }

    /** As a platform's back office hands it over: title rows, typed cells, ids that begin with zeros. */
    private void platformExport() throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve("listings-platform.xlsx"));
                var workbook = new Workbook(out, "samples", "1.0")) {
            var sheet = workbook.newWorksheet("在售商品");
            sheet.value(0, 0, "云市集在售商品明细（抽样）");
            sheet.range(0, 0, 0, 11).merge();
            sheet.value(1, 0, "导出时间：2026-10-12 09:00　范围：全部类目");
            var headings = List.of("商品ID", "标题", "描述", "单价", "币种", "类目", "品牌", "商家", "信用代码", "上架日期", "链接", "行政区划");
            for (int i = 0; i < headings.size(); i++) {
                sheet.value(2, i, headings.get(i));
                sheet.style(2, i).bold().set();
            }
            var listings = new SampleListings(20_261_014, "00", false);
            for (int i = 0; i < 600; i++) {
                var listing = labelled("listings-platform.xlsx", listings.next());
                int row = 3 + i;
                sheet.value(row, 0, listing.id());
                sheet.value(row, 1, listing.title());
                sheet.value(row, 2, listing.description());
                sheet.value(row, 3, listing.priceFen() / 100.0);
                sheet.style(row, 3).format("#,##0.00").set();
                sheet.value(row, 4, "人民币");
                sheet.value(row, 5, listing.category());
                sheet.value(row, 6, listing.brand());
                sheet.value(row, 7, listing.seller());
                sheet.value(row, 8, listing.creditCode());
                sheet.value(row, 9, LocalDate.of(2026, 9, 1).plusDays(i % 40));
                sheet.style(row, 9).format("yyyy-mm-dd").set();
                sheet.value(row, 10, listing.url());
                sheet.value(row, 11, listing.place().code());
            }
        }
    }

    /** As a crawler or an API writes: JSON Lines, English keys, lists of pictures, other currencies. */
    private void crossBorder() throws IOException {
        var json = JsonMapper.builder().build();
        var file = new StringBuilder();
        var listings = new SampleListings(20_261_015, "XB-", false);
        for (int i = 0; i < 400; i++) {
            var listing = labelled("listings-crossborder.jsonl", listings.next());
            var fields = new LinkedHashMap<String, Object>();
            fields.put("id", listing.id());
            fields.put("title", listing.title());
            fields.put("description", listing.description());
            fields.put("price", yuan(listing.priceFen()));
            fields.put("currency", i % 5 == 0 ? "USD" : "CNY");
            fields.put("category", listing.category());
            if (!listing.brand().isEmpty()) {
                fields.put("brand", listing.brand());
            }
            fields.put("seller", listing.seller());
            fields.put("platform", listing.platform());
            fields.put("url", listing.url());
            fields.put("region", String.valueOf(listing.place().code()));
            fields.put("images", listing.images());
            file.append(json.writeValueAsString(fields)).append('\n');
        }
        Files.writeString(folder.resolve("listings-crossborder.jsonl"), file);
    }

    /** 270 sound rows, and among them one of each fault that we have seen or can think of. See samples/README.md. */
    private void dirty() throws IOException {
        var file = new StringBuilder("编号,标题,价格,币种,店铺,信用代码,链接,地区,图片" + CRLF);
        var listings = new SampleListings(20_261_016, "D", true);
        var faults = faults();
        for (int i = 0; i < 270; i++) {
            var listing = labelled("listings-dirty.csv", listings.next());
            file.append(csv(List.of(
                            listing.id(), listing.title(), yuan(listing.priceFen()), "CNY", listing.seller(),
                            listing.creditCode(), listing.url(), listing.place().full(), String.join("|", listing.images()))))
                    .append(CRLF);
            if (i % 9 == 8 && i / 9 < faults.size()) {
                file.append(faults.get(i / 9)).append(CRLF);
            }
        }
        var bytes = file.toString().getBytes(StandardCharsets.UTF_8);
        // One place of damaged UTF-8, as a transfer through an old system leaves it.
        var mark = "@@".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == mark[0] && bytes[i + 1] == mark[1]) {
                bytes[i] = (byte) 0xE6;
                bytes[i + 1] = (byte) 0xBA;
            }
        }
        Files.write(folder.resolve("listings-dirty.csv"), bytes);
    }

    private static List<String> faults() {
        var faults = new ArrayList<String>();
        faults.add(",没有编号的卫衣,99,CNY,青禾服饰店,,,浙江省杭州市西湖区,");
        faults.add("F002,,99,CNY,青禾服饰店,,,浙江省杭州市西湖区,");
        faults.add("F003,价格写成文字的茶叶,面议,CNY,竹里茶行,,,浙江省杭州市余杭区,");
        faults.add("F004,负数价格的口罩,-5,CNY,南桥百货店,,,浙江省杭州市滨江区,");
        faults.add("F005,不到一分钱的零头,9.999,CNY,南桥百货店,,,浙江省杭州市滨江区,");
        faults.add("F006,价格是一段区间,99-199,CNY,南桥百货店,,,浙江省杭州市滨江区,");
        faults.add("F007,没有这种货币,99,RMX,北岸优选店,,,浙江省杭州市萧山区,");
        faults.add("F008,地名写错,99,CNY,北岸优选店,,,浙江省杭洲市,");
        faults.add("F009,好几个城市都有鼓楼区,99,CNY,北岸优选店,,,鼓楼区,");
        faults.add("F010,没有这个行政区划代码,99,CNY,北岸优选店,,,339999,");
        faults.add("F011,信用代码校验位不对,99,CNY,望江商贸有限公司,91330106MA2AAAAAX0,,330106,");
        faults.add("F012,信用代码少了两位,99,CNY,望江商贸有限公司,91330106MA2AAAAA,,330106,");
        faults.add("F013,信用代码里有字母O,99,CNY,望江商贸有限公司,9133O106MA2AAAAAX1,,330106,");
        faults.add("F014,链接不是网址,99,CNY,栖云箱包小铺,,见图片,330106,");
        faults.add("F015,链接会执行脚本,99,CNY,栖云箱包小铺,,javascript:alert(1),330106,");
        faults.add("F016,图片链接缺了协议,99,CNY,栖云箱包小铺,,,330106,img/1.jpg");
        faults.add("F017," + "标题特别长".repeat(120) + ",99,CNY,栖云箱包小铺,,,330106,");
        faults.add("F018,\"引号没有收尾,99,CNY,晚舟百货店,,,330106,");
        faults.add("F019,\"6.1\"寸手机壳\",99,CNY,晚舟百货店,,,330106,");
        faults.add("F020,没有加引号,男款,加绒,99,CNY,晚舟百货店,,,330106,,多出来的,单元格");
        faults.add("F021,乱码@@卫衣,99,CNY,晚舟百货店,,,330106,");
        faults.add("F022,表格软件改坏的编号,1.23E+15元,CNY,晚舟百货店,,,330106,");
        faults.add("编号,标题,价格,币种,店铺,信用代码,链接,地区,图片");
        faults.add("6.01E+12,编号成了科学计数,99,CNY,晚舟百货店,,,330106,");
        // The next three are no faults: the same row again, a changed one (a new version), a price with its unit.
        faults.add("F026,价格带单位的礼盒,1.2万,CNY,竹里茶行,,,330110,");
        faults.add("F026,价格带单位的礼盒,1.2万,CNY,竹里茶行,,,330110,");
        faults.add("F026,价格带单位的礼盒（降价）,\"￥9,999.00\",人民币,竹里茶行,,,330110,");
        faults.add("");
        faults.add("F029,\"=HYPERLINK(\"\"http://a.example\"\",\"\"标题里有公式\"\")\",99,CNY,晚舟百货店,,,330106,");
        faults.add("F030,\"标题里" + "\n" + "有换行\",99,CNY,晚舟百货店,,,330106,");
        return faults;
    }

    private Listing labelled(String file, Listing listing) {
        labels.append(file).append(',').append(listing.id()).append(',').append(listing.kind()).append('\n');
        return listing;
    }

    private static String yuan(long fen) {
        return String.format(Locale.ROOT, "%d.%02d", fen / 100, fen % 100);
    }

    private static String csv(List<String> cells) {
        return String.join(",", cells.stream().map(SampleFiles::quoted).toList());
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[,\"\\n\\r].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
