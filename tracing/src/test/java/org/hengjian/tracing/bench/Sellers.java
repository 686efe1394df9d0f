package org.hengjian.tracing.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.hengjian.tracing.UnifiedSocialCreditCode;

/**
 * Invented Chinese sellers with the cluster to which each belongs: operators with one to forty shops on several platforms,
 * who share some of their firms, people, phones, accounts and addresses and write them as people do. Strangers share too:
 * markets with hundreds of stalls, common names, agents' phones, collective registration addresses. The same seed gives
 * the same sellers on every machine.
 */
final class Sellers {

    static final List<String> HEADINGS =
            List.of("编号", "平台", "店铺名称", "经营者名称", "统一社会信用代码", "法定代表人", "联系电话", "经营地址", "收款账户");

    private static final String SURNAMES =
            "王王王王李李李李张张张张刘刘刘陈陈陈杨杨黄黄赵赵吴吴周周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤";
    private static final String GIVEN =
            "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国文斌鑫宇浩凯健俊帆雪琳晨倩婷雨欣怡佳慧子轩梓涵思琪嘉豪天佑志鹏海波云飞小红春梅晓东立新永祥德胜成林少华美玲淑珍振国光辉卫东宏亮利群国庆爱民";
    private static final String CORE =
            "衡溪云岫盛达恒信瑞丰嘉禾鼎新卓越凯旋宏图百川锦绣尚品优佳美乐康源富华泰安顺德诚义仁和正天地海山林森木青蓝紫金银玉宝珠光明亮星辰月风雅韵诗画书香茗竹兰梅菊莲荷桃杏柳松鹤鹏鹰龙凤麒麟骏驰远航帆舟桥江河湖泉润泽沐朗晴曦晨暮秋冬春夏若依诺曼妮莎娅菲蒂芙";
    private static final String[] TRADES = {
        "服饰", "鞋业", "皮具", "电子商务", "贸易", "商贸", "科技", "化妆品", "箱包", "数码", "家居", "饰品", "玩具", "食品", "网络科技", "日用品", "针织", "电器",
        "五金", "汽车用品"
    };
    private static final String[] FORMS = {"有限公司", "有限公司", "有限公司", "有限责任公司", "商行", "经营部", "厂", "工作室"};
    private static final String[] PLATFORMS = {"淘宝", "天猫", "京东", "拼多多", "抖音", "快手", "小红书", "微店"};
    private static final String[] SHOP_ENDS = {"旗舰店", "专营店", "专卖店", "官方店", "工厂店", "小店", "优品", "代购", "潮流馆", "鞋服", "女装", "批发", "直销", ""};
    private static final String[] ROADS = {
        "中山路", "人民路", "解放路", "建设路", "和平路", "文化路", "新华路", "工业大道", "东风路", "长江路", "黄河路", "迎宾大道", "学府路", "南环路", "北环路", "莫干山路",
        "石井大道", "站前路", "凤凰路", "龙湖路", "金桥路", "兴业路", "创业路", "科技路", "商贸街", "朝阳街", "滨江路", "湖滨路", "育才路", "振兴路"
    };
    private static final String[] MARKETS = {"国际商贸城", "小商品市场", "白马服装市场", "鞋业批发城", "电商产业园", "物流园", "皮具城", "服装批发市场"};
    private static final List<String[]> COUNTIES = counties();

    private final Random random;
    private final List<String> agentPhones = new ArrayList<>();

    Sellers(long seed) {
        random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            agentPhones.add("400" + digits(7));
        }
    }

    /** One row: its cells, and the number of its operator. */
    record Seller(int operator, List<String> cells) {}

    interface Taker {
        void take(Seller seller) throws IOException;
    }

    /** Sellers in random order within a window of 10,000, so that shops of one operator do not stand together. */
    void write(int count, Taker taker) throws IOException {
        var window = new ArrayList<Seller>();
        int operator = 0;
        int made = 0;
        while (made < count) {
            for (Seller seller : operator(operator++, Math.min(count - made, shops()))) {
                window.add(seller);
                made++;
            }
            while (window.size() > 10_000) {
                taker.take(draw(window));
            }
        }
        while (!window.isEmpty()) {
            taker.take(draw(window));
        }
    }

    private Seller draw(List<Seller> window) {
        int at = random.nextInt(window.size());
        Seller drawn = window.get(at);
        window.set(at, window.get(window.size() - 1));
        window.remove(window.size() - 1);
        return drawn;
    }

    private int shops() {
        double u = random.nextDouble();
        return (int) Math.min(40, Math.max(1, Math.pow(1 - u, -0.75)));
    }

    private int sequence;

    private List<Seller> operator(int number, int shops) {
        String[] county = pick(COUNTIES);
        int wealth = 1 + (shops > 3 ? random.nextInt(2) : 0) + (shops > 12 ? random.nextInt(3) : 0);
        var firms = new ArrayList<String[]>();
        var phones = new ArrayList<String>();
        var accounts = new ArrayList<String>();
        var addresses = new ArrayList<String[]>();
        for (int i = 0; i < wealth; i++) {
            String owner = person();
            firms.add(new String[] {county[1], core(), pick(TRADES), pick(FORMS), code(county[2]), owner});
            phones.add(mobile());
            accounts.add(chance(0.5) ? mobile() : "62" + digits(17));
        }
        for (int i = 0; i < 1 + wealth / 2; i++) {
            addresses.add(address(county));
        }
        String house = chance(0.7) ? firms.get(0)[1] : core();
        var sellers = new ArrayList<Seller>();
        for (int i = 0; i < shops; i++) {
            String[] firm = pick(firms);
            String phone = chance(0.01) ? pick(agentPhones) : pick(phones);
            String shop = chance(0.5) ? house : chance(0.5) ? firm[1] : core();
            sellers.add(new Seller(
                    number,
                    List.of(
                            "S" + ++sequence,
                            pick(PLATFORMS),
                            noisy(shop + (chance(0.3) ? firm[2] : "") + pick(SHOP_ENDS)),
                            chance(0.12) ? "" : firmName(firm),
                            chance(0.4) ? "" : chance(0.02) ? typo(firm[4]) : chance(0.1) ? firm[4].toLowerCase() : firm[4],
                            chance(0.25) ? "" : personName(firm[5]),
                            chance(0.12) ? "" : phone(phone, phones),
                            chance(0.15) ? "" : addressText(pick(addresses)),
                            chance(0.35) ? "" : account(pick(accounts)))));
        }
        return sellers;
    }

    private String firmName(String[] firm) {
        String region = firm[0];
        String text =
                switch (random.nextInt(8)) {
                    case 0 -> firm[1] + firm[2] + "（" + region.replaceAll("[市县区]$", "") + "）" + firm[3];
                    case 1 -> firm[1] + firm[2] + firm[3];
                    case 2 -> region + firm[1] + firm[2];
                    case 3 -> region + firm[1] + firm[2] + firm[3].replace("有限责任公司", "有限公司");
                    default -> region.replaceAll("[市县区]$", "") + firm[1] + firm[2] + firm[3];
                };
        return noisy(text);
    }

    private String personName(String name) {
        return chance(0.06) ? name.charAt(0) + "*".repeat(name.length() - 1) : chance(0.05) ? name + "先生" : noisy(name);
    }

    private String phone(String phone, List<String> all) {
        String second = chance(0.05) ? "/" + pick(all) : "";
        String text =
                switch (random.nextInt(10)) {
                    case 0 -> "+86" + phone;
                    case 1 -> phone.substring(0, 3) + "-" + phone.substring(3, 7) + "-" + phone.substring(7);
                    case 2 -> phone.substring(0, 3) + " " + phone.substring(3, 7) + " " + phone.substring(7);
                    case 3 -> phone.length() == 11 && second.isEmpty() ? phone.substring(0, 3) + "****" + phone.substring(7) : phone;
                    default -> phone;
                };
        return (chance(0.02) ? typo(text) : text) + second;
    }

    private String account(String account) {
        return chance(0.1) ? account.substring(0, 4) + " " + account.substring(4) : chance(0.01) ? typo(account) : account;
    }

    private String[] address(String[] county) {
        boolean market = chance(0.25);
        String road = pick(ROADS);
        return new String[] {
            county[0],
            county[1],
            county[3],
            market ? pick(MARKETS) : road,
            market ? "" : String.valueOf(1 + random.nextInt(1800)),
            String.valueOf(1 + random.nextInt(12)),
            String.valueOf(101 + random.nextInt(1900))
        };
    }

    private String addressText(String[] a) {
        String region =
                switch (random.nextInt(4)) {
                    case 0 -> a[1] + a[2];
                    case 1 -> a[0].replaceAll("[省市]$", "") + a[1].replaceAll("市$", "") + a[2];
                    default -> a[0].equals(a[1]) ? a[1] + a[2] : a[0] + a[1] + a[2];
                };
        String site = a[4].isEmpty() ? a[3] : a[3] + a[4] + "号";
        String building = chance(0.15) ? "" : a[5] + (chance(0.5) ? "栋" : "幢");
        String room = chance(0.25) ? "" : a[6] + (chance(0.5) ? "室" : "");
        return noisy(region + (chance(0.1) ? " " : "") + site + building + room);
    }

    /** What hands and keyboards do to a text. */
    private String noisy(String text) {
        double what = random.nextDouble();
        if (text.length() < 3 || what > 0.06) {
            return text;
        }
        int at = random.nextInt(text.length() - 1);
        if (what < 0.015) {
            return text.substring(0, at) + text.substring(at + 1);
        }
        if (what < 0.03) {
            return text.substring(0, at) + CORE.charAt(random.nextInt(CORE.length())) + text.substring(at + 1);
        }
        if (what < 0.045) {
            return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
        }
        return text.replace('业', '業').replace('饰', '飾').replace('电', '電').replace('号', '號').replace('陈', '陳').replace('达', '達');
    }

    private String typo(String text) {
        int at = 1 + random.nextInt(text.length() - 1);
        char now = text.charAt(at);
        return Character.isDigit(now) ? text.substring(0, at) + (char) ('0' + (now - '0' + 1 + random.nextInt(9)) % 10) + text.substring(at + 1) : text;
    }

    private String core() {
        var core = new StringBuilder();
        for (int i = 0; i < (chance(0.3) ? 3 : 2); i++) {
            core.append(CORE.charAt(random.nextInt(CORE.length())));
        }
        return core.toString();
    }

    private String person() {
        var name = new StringBuilder().append(SURNAMES.charAt(random.nextInt(SURNAMES.length())));
        for (int i = 0; i < (chance(0.75) ? 2 : 1); i++) {
            name.append(GIVEN.charAt(random.nextInt(GIVEN.length())));
        }
        return name.toString();
    }

    private String mobile() {
        return "1" + "35789".charAt(random.nextInt(5)) + digits(9);
    }

    private String code(String region) {
        var code = new StringBuilder("91").append(region);
        for (int i = 0; i < 9; i++) {
            code.append("0123456789ABCDEFGHJKLMNPQRTUWXY".charAt(random.nextInt(31)));
        }
        return code.append(UnifiedSocialCreditCode.checkCharacter(code.toString())).toString();
    }

    private String digits(int count) {
        var digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private String pick(String[] some) {
        return some[random.nextInt(some.length)];
    }

    /** Province, city, code of the county, county; cities that trade more come more often. */
    private static List<String[]> counties() {
        try (var stream = Objects.requireNonNull(Sellers.class.getResourceAsStream("/org/hengjian/tracing/values/regions.txt"))) {
            var names = new java.util.HashMap<String, String>();
            var counties = new ArrayList<String[]>();
            for (String line : new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).split("\n")) {
                if (!line.startsWith("#")) {
                    names.put(line.substring(0, 6), line.substring(7));
                }
            }
            names.keySet().stream().sorted().filter(code -> !code.endsWith("00")).forEach(code -> {
                String province = Objects.requireNonNullElse(names.get(code.substring(0, 2) + "0000"), "");
                String city = Objects.requireNonNullElse(names.get(code.substring(0, 4) + "00"), province);
                boolean trading = List.of("33", "44", "35", "32").contains(code.substring(0, 2));
                for (int i = 0; i < (trading ? 4 : 1); i++) {
                    counties.add(new String[] {province, city, code, Objects.requireNonNullElse(names.get(code), "")});
                }
            });
            return counties;
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /** {@code FILE COUNT [SEED]}: writes FILE, and FILE.gold.csv with {@code id,operator}. */
    public static void main(String[] arguments) throws IOException {
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 20_200_518;
        try (var file = Files.newBufferedWriter(Path.of(arguments[0]));
                var gold = Files.newBufferedWriter(Path.of(arguments[0] + ".gold.csv"))) {
            file.write(String.join(",", HEADINGS) + "\n");
            gold.write("id,operator\n");
            new Sellers(seed).write(Integer.parseInt(arguments[1]), seller -> {
                file.write(String.join(",", seller.cells()) + "\n");
                gold.write(seller.cells().get(0) + "," + seller.operator() + "\n");
            });
        }
    }
}
