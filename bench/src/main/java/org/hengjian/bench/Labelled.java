package org.hengjian.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hengjian.screening.Claim;
import org.hengjian.screening.Kind;
import org.hengjian.screening.Right;
import org.hengjian.screening.ShippedClaims;

/** Titles with what is true of them (带标签的标题): written from templates of ours around a name. */
record Labelled(String title, boolean suspect, String rightId, String technique) {

    private static final Map<Integer, List<String>> GOODS = Map.ofEntries(
            Map.entry(3, List.of("口红", "面膜", "精华液", "perfume")),
            Map.entry(5, List.of("胶囊", "奶粉", "capsules")),
            Map.entry(7, List.of("电钻", "吸尘器")),
            Map.entry(9, List.of("蓝牙耳机", "充电器", "headphones")),
            Map.entry(11, List.of("台灯", "净水器")),
            Map.entry(12, List.of("轮胎", "刹车片")),
            Map.entry(14, List.of("手表", "项链", "watch")),
            Map.entry(18, List.of("手提包", "双肩包", "handbag")),
            Map.entry(21, List.of("保温杯", "炒锅")),
            Map.entry(25, List.of("运动鞋", "卫衣", "外套", "shoes")),
            Map.entry(28, List.of("积木", "玩具", "toys")),
            Map.entry(29, List.of("牛奶", "火腿肠")),
            Map.entry(30, List.of("巧克力", "茶叶")),
            Map.entry(33, List.of("白酒", "红酒")),
            Map.entry(34, List.of("香烟", "雪茄")));

    private static final List<String> HIDING = List.of(
            "%s %s 男女同款", "新款%2$s %1$s 现货", "%s %s 清仓包邮", "%s%s厂家直销", "2025新款 %s %s 顺丰发货", "%s %s free shipping");
    private static final List<String> CLAIMING = List.of(
            "%s %s 高仿", "%s %s 1:1 复刻", "顶级原单 %s %s 懂的来", "%s %s A货 代购级", "%s %s mirror quality", "%s %s replica");
    private static final List<String> HONEST = List.of(
            "%s %s 官方旗舰店正品", "适用于%s %s 配件", "二手 %s %s 自用转让 有小票", "%s %s 专柜正品 支持验货", "拒绝高仿 %s %s 正品",
            "genuine %s %s with receipt", "case for %s %s", "%s %s 假一赔十");

    private static final List<String> RESOLD = List.of(
            "二手 %s %s 全套包装 自用", "闲置 %s %s 无盒 95新 转让", "%s %s 专柜购入 支持专柜验货 小票在", "used %s %s no box worn once",
            "出 %s %s 公司年会奖品 全套包装", "个人闲置 %s %s 尺码不合适 无包装 低价转");

    /** Evasive titles for the rights, {@code each} of every technique that fits. */
    static List<Labelled> evasive(List<Right> rights, int each, long seed) {
        var random = new Random(seed);
        var evasions = new Evasions(seed);
        var all = new ArrayList<Labelled>();
        for (Evasions.Technique technique : Evasions.Technique.values()) {
            int made = 0;
            for (int tries = 0; tries < each * 40 && made < each; tries++) {
                Right right = rights.get(random.nextInt(rights.size()));
                var names = new ArrayList<String>(right.latin());
                names.add(right.name());
                String hidden = evasions.hide(names.get(random.nextInt(names.size())), technique);
                if (!hidden.isEmpty() && !names.contains(hidden)) {
                    String title = HIDING.get(random.nextInt(HIDING.size())).formatted(hidden, goods(right, random))
                            .replaceAll("(?<=[A-Za-z])(?=(?:watch|shoes|toys|handbag|headphones|perfume|capsules)厂家)", " ");
                    all.add(new Labelled(title, true, right.id(), technique.name()));
                    made++;
                }
            }
        }
        return all;
    }

    static List<Labelled> claiming(List<Right> rights, int count, long seed) {
        return written(rights, count, seed, CLAIMING, true, "CLAIM");
    }

    static List<Labelled> honest(List<Right> rights, int count, long seed) {
        return written(rights, count, seed, HONEST, false, "HONEST");
    }

    /** Genuine goods sold on, in words that sellers of fakes use too (全套包装, no box). */
    static List<Labelled> resold(List<Right> rights, int count, long seed) {
        return written(rights, count, seed, RESOLD, false, "RESOLD");
    }

    /** Risky, pirated and misnamed goods, which need no protected name: the claim and its surroundings. */
    static List<Labelled> risky(int count, long seed) {
        List<Claim> claims = ShippedClaims.all().stream()
                .filter(claim -> claim.weight() >= 3 && claim.kind() != Kind.COUNTERFEIT_CLAIM
                        && claim.kind() != Kind.DIVERSION)
                .toList();
        List<String> patterns = List.of("%s 现货", "%s 批发 量大从优", "%s 顺丰发货", "2025 %s 私密发货", "%s 私聊", "%s 低价出");
        var random = new Random(seed);
        var all = new ArrayList<Labelled>();
        for (int i = 0; i < count; i++) {
            Claim claim = claims.get(random.nextInt(claims.size()));
            List<String> wordings = claim.wordings();
            String title = patterns.get(random.nextInt(patterns.size()))
                    .formatted(wordings.get(random.nextInt(wordings.size())));
            all.add(new Labelled(title, true, "", "RISKY_CLAIM"));
        }
        return all;
    }

    private static List<Labelled> written(
            List<Right> rights, int count, long seed, List<String> patterns, boolean suspect, String technique) {
        var random = new Random(seed);
        var all = new ArrayList<Labelled>();
        for (int i = 0; i < count; i++) {
            Right right = rights.get(random.nextInt(rights.size()));
            String name = right.latin().isEmpty() || random.nextBoolean() ? right.name() : right.latin().get(0);
            String title = patterns.get(random.nextInt(patterns.size())).formatted(name, goods(right, random));
            all.add(new Labelled(title, suspect, right.id(), technique));
        }
        return all;
    }

    private static String goods(Right right, Random random) {
        List<Integer> classes = right.classes().stream().filter(GOODS::containsKey).sorted().toList();
        if (classes.isEmpty()) {
            return "现货";
        }
        List<String> words = GOODS.getOrDefault(classes.get(random.nextInt(classes.size())), List.of("现货"));
        return words.get(random.nextInt(words.size()));
    }
}
