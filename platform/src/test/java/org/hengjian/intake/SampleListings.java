package org.hengjian.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Invents listings that read like real ones, the same for the same seed. Brands are real where a fact is told (their
 * names), sellers and platforms are made up; 衡溪 HENGXI, 衡盾, 云岫 and 衡稻1号 are fictitious marks.
 */
final class SampleListings {

    /**
     * One listing as a person would type it.
     *
     * @param kind what it was planted as; goes into the label file, never into the listing file
     */
    record Listing(
            String id,
            String kind,
            String title,
            String description,
            long priceFen,
            String currency,
            String category,
            String brand,
            String seller,
            String creditCode,
            String platform,
            String url,
            Place place,
            List<String> images) {}

    /** @param code GB/T 2260 */
    record Place(int code, String county, String full) {}

    private record Seller(String name, String creditCode, Place place) {}

    private record Goods(String category, List<String> brands, List<String> nouns, List<String> traits, int yuan) {}

    private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final List<Place> ZHEJIANG = List.of(
            place(330102, "上城区", "浙江省杭州市上城区"),
            place(330105, "拱墅区", "浙江省杭州市拱墅区"),
            place(330106, "西湖区", "浙江省杭州市西湖区"),
            place(330108, "滨江区", "浙江省杭州市滨江区"),
            place(330109, "萧山区", "浙江省杭州市萧山区"),
            place(330110, "余杭区", "浙江省杭州市余杭区"),
            place(330111, "富阳区", "浙江省杭州市富阳区"),
            place(330112, "临安区", "浙江省杭州市临安区"),
            place(330113, "临平区", "浙江省杭州市临平区"),
            place(330114, "钱塘区", "浙江省杭州市钱塘区"),
            place(330122, "桐庐县", "浙江省杭州市桐庐县"),
            place(330127, "淳安县", "浙江省杭州市淳安县"),
            place(330182, "建德市", "浙江省杭州市建德市"),
            place(330212, "鄞州区", "浙江省宁波市鄞州区"),
            place(330282, "慈溪市", "浙江省宁波市慈溪市"),
            place(330304, "瓯海区", "浙江省温州市瓯海区"),
            place(330382, "乐清市", "浙江省温州市乐清市"),
            place(330402, "南湖区", "浙江省嘉兴市南湖区"),
            place(330481, "海宁市", "浙江省嘉兴市海宁市"),
            place(330502, "吴兴区", "浙江省湖州市吴兴区"),
            place(330603, "柯桥区", "浙江省绍兴市柯桥区"),
            place(330681, "诸暨市", "浙江省绍兴市诸暨市"),
            place(330782, "义乌市", "浙江省金华市义乌市"),
            place(331081, "温岭市", "浙江省台州市温岭市"));

    private static final List<Place> ELSEWHERE = List.of(
            place(110105, "朝阳区", "北京市朝阳区"),
            place(120101, "和平区", "天津市和平区"),
            place(130684, "高碑店市", "河北省保定市高碑店市"),
            place(210102, "和平区", "辽宁省沈阳市和平区"),
            place(310115, "浦东新区", "上海市浦东新区"),
            place(320106, "鼓楼区", "江苏省南京市鼓楼区"),
            place(320581, "常熟市", "江苏省苏州市常熟市"),
            place(350304, "荔城区", "福建省莆田市荔城区"),
            place(350581, "石狮市", "福建省泉州市石狮市"),
            place(350582, "晋江市", "福建省泉州市晋江市"),
            place(370102, "历下区", "山东省济南市历下区"),
            place(410103, "二七区", "河南省郑州市二七区"),
            place(420111, "洪山区", "湖北省武汉市洪山区"),
            place(430104, "岳麓区", "湖南省长沙市岳麓区"),
            place(440111, "白云区", "广东省广州市白云区"),
            place(440113, "番禺区", "广东省广州市番禺区"),
            place(440114, "花都区", "广东省广州市花都区"),
            place(440307, "龙岗区", "广东省深圳市龙岗区"),
            place(510107, "武侯区", "四川省成都市武侯区"),
            place(530102, "五华区", "云南省昆明市五华区"),
            place(610113, "雁塔区", "陕西省西安市雁塔区"));

    private static final List<Goods> GOODS = List.of(
            goods("服装鞋帽", 259, List.of("耐克 Nike", "阿迪达斯 adidas", "李宁", "安踏 ANTA", "安德玛 Under Armour",
                    "新百伦 New Balance", "波司登", "优衣库 UNIQLO", "衡溪 HENGXI", "衡溪 HENGXI", "衡溪 HENGXI"),
                    List.of("卫衣男", "运动鞋女", "跑步鞋", "羽绒服中长款", "连帽外套", "速干T恤", "加绒运动裤", "板鞋", "冲锋衣三合一"),
                    List.of("秋冬加绒", "2026新款", "情侣同款", "宽松显瘦", "透气防滑", "学生潮流", "大码", "轻便")),
            goods("箱包皮具", 899, List.of("路易威登 Louis Vuitton", "古驰 GUCCI", "蔻驰 COACH", "迈克高仕 Michael Kors",
                    "香奈儿 CHANEL", "新秀丽 Samsonite"),
                    List.of("单肩包女", "托特包大容量", "钱包短款", "双肩包", "拉杆箱20寸", "腋下包"),
                    List.of("头层牛皮", "轻奢", "通勤", "老花", "链条", "送礼")),
            goods("化妆品", 239, List.of("兰蔻 LANCOME", "雅诗兰黛 Estée Lauder", "资生堂 SHISEIDO", "百雀羚", "珀莱雅",
                    "欧莱雅 L'OREAL", "完美日记"),
                    List.of("小黑瓶精华30ml", "口红正红色", "防晒霜SPF50", "面霜补水", "眼霜淡纹", "气垫BB霜"),
                    List.of("孕妇可用", "保湿提亮", "持久不脱妆", "敏感肌", "送小样", "专柜同款")),
            goods("消费电子", 499, List.of("华为 HUAWEI", "小米 Xiaomi", "苹果 Apple", "索尼 SONY", "罗技 Logitech", "闪迪 SanDisk"),
                    List.of("无线蓝牙耳机", "充电宝20000毫安", "手机壳", "机械键盘", "智能手表", "内存卡128G", "快充充电器"),
                    List.of("主动降噪", "长续航", "官方标配", "Type-C", "防摔", "顺丰包邮")),
            goods("家用电器", 899, List.of("美的 Midea", "格力 GREE", "海尔 Haier", "苏泊尔 SUPOR", "飞利浦 PHILIPS", "戴森 dyson"),
                    List.of("电饭煲4L", "空气炸锅", "吹风机", "电动牙刷", "加湿器卧室", "破壁机"),
                    List.of("静音", "家用小型", "一级能效", "全国联保", "智能预约", "以旧换新")),
            goods("汽车配件", 168, List.of("博世 BOSCH", "曼牌 MANN", "马勒 MAHLE", "电装 DENSO"),
                    List.of("机油滤芯", "雨刮器", "火花塞四支装", "空调滤清器", "刹车片前"),
                    List.of("原厂品质", "静音", "包安装", "质保一年", "易安装")),
            goods("汽车用品", 268, List.of("壳牌 Shell", "嘉实多 Castrol", "美孚 Mobil"),
                    List.of("全合成机油4L", "半合成机油1L", "变速箱油"),
                    List.of("5W-30", "0W-20", "SP级", "长效", "通用款")),
            goods("酒水", 899, List.of("茅台", "五粮液", "剑南春", "古越龙山"),
                    List.of("53度酱香型500ml", "52度浓香型整箱", "礼盒双支", "十年陈花雕"),
                    List.of("送长辈", "年货", "婚宴用酒", "收藏级", "口感醇厚")),
            goods("茶叶", 128, List.of("云岫", "云岫", "大益", "吴裕泰"),
                    List.of("绿茶250g罐装", "明前特级礼盒", "散装口粮茶500g", "茶饼357g"),
                    List.of("当季新茶", "产地直发", "手工炒制", "独立小包装", "回甘")),
            goods("食品", 49, List.of("知味观", "稻香村", "德芙 Dove", "三只松鼠"),
                    List.of("桂花糕", "糕点礼盒", "巧克力", "坚果大礼包"),
                    List.of("年货", "独立小包装", "下午茶", "老字号", "送小袋")),
            goods("防护用品", 39, List.of("衡盾", "衡盾", "衡盾", "3M", "霍尼韦尔 Honeywell"),
                    List.of("KN95口罩50只", "防护面罩", "一次性医用口罩", "防护手套"),
                    List.of("独立包装", "四层防护", "成人", "现货速发", "带呼吸阀", "舒适不勒耳")),
            goods("农资", 65, List.of("衡稻1号", "衡稻1号", "隆平高科"),
                    List.of("水稻种子1kg", "杂交稻种", "水稻种子5斤装"),
                    List.of("高产", "抗倒伏", "南方适种", "早熟", "优质米")),
            goods("农药", 38, List.of("先正达 Syngenta", "拜耳 Bayer", "扬农"),
                    List.of("除草剂200ml", "杀虫剂100ml", "杀菌剂50g"),
                    List.of("正规三证", "药效持久", "果园可用", "低残留", "厂家直发")),
            goods("妇幼用品", 158, List.of("好孩子 Goodbaby", "帮宝适 Pampers", "飞鹤", "贝亲 Pigeon", "乐高 LEGO"),
                    List.of("纸尿裤L码", "婴儿推车轻便", "奶瓶宽口径", "积木拼装", "奶粉3段800g"),
                    List.of("新生儿", "超薄透气", "可登机", "益智", "母婴店同款", "防胀气")));

    private static final List<String> CLAIMS = List.of(
            "高仿", "1:1复刻", "A货", "超A", "原单尾货", "精仿", "顶级复刻", "莆田纯原", "外贸原单", "专柜品质过验", "同厂同料");
    private static final List<String> HINTS = List.of(
            "懂的来", "支持专柜验货", "可代发", "细节私聊", "加薇看实拍", "放店秒杀", "实拍无滤镜", "微商一手货源");

    /** A name as its owner writes it, and as it is written by those who would rather not be found. */
    private record Evasion(String brand, String category, List<String> spellings, List<String> nouns, int yuan) {}

    private static final List<Evasion> EVASIONS = List.of(
            new Evasion("衡溪 HENGXI", "服装鞋帽",
                    List.of("HΕNGXI", "ℍENGXI", "h e n g x i", "恒溪 1:1", "衡溪A货 代购级", "H.E.N.G.X.I", "衡氵奚", "HENGX1", "横溪HENGXl"),
                    List.of("卫衣", "运动鞋 同款", "羽绒服", "连帽外套 男女"), 129),
            new Evasion("耐克 Nike", "服装鞋帽",
                    List.of("耐尅", "N!KE", "奈克", "大勾子", "N1ke", "耐-克", "Νike", "小勾勾"),
                    List.of("空军一号板鞋", "跑鞋男", "运动裤", "气垫鞋 夏季透气"), 168),
            new Evasion("阿迪达斯 adidas", "服装鞋帽",
                    List.of("阿迪达丝", "adldas", "аdidаs", "三条杠", "阿迪王子达斯", "a.d.i.d.a.s"),
                    List.of("贝壳头小白鞋", "运动套装", "椰子同款", "三叶草图案卫衣"), 139),
            new Evasion("路易威登 Louis Vuitton", "箱包皮具",
                    List.of("驴牌", "L家老花", "路易威灯", "1V", "L∨", "驴家"),
                    List.of("托特包", "钱包男", "邮差包", "水桶包 带盒子发票"), 399),
            new Evasion("古驰 GUCCI", "箱包皮具",
                    List.of("GUCC1", "古奇家", "谷驰", "酷奇", "G家双G"),
                    List.of("酒神包", "腰带", "老花双肩包", "小白鞋"), 359),
            new Evasion("香奈儿 CHANEL", "箱包皮具",
                    List.of("小香家", "香奈er", "CHANEI", "香家CF", "香奶奶"),
                    List.of("链条包", "山茶花胸针", "菱格包 羊皮", "口红 小样"), 299),
            new Evasion("苹果 Apple", "消费电子",
                    List.of("iPh0ne", "平果", "水果机", "华强北 Air Pods", "Αpple"),
                    List.of("蓝牙耳机三代 洛达", "充电器20W", "手表 一比一", "数据线 原装拆机"), 89),
            new Evasion("茅台", "食品",
                    List.of("茅苔", "芧台", "M台", "飞天矛台", "毛台镇"),
                    List.of("53度 酱香 500ml*6", "飞天 原箱 年份酒", "礼盒 收藏"), 299),
            new Evasion("兰蔻 LANCOME", "化妆品",
                    List.of("兰寇", "LANC0ME", "蓝蔻", "兰 蔻"),
                    List.of("小黑瓶 大瓶装", "粉水400ml", "菁纯眼霜 小样合集"), 88),
            new Evasion("衡盾", "防护用品", List.of("恒盾", "衡遁", "蘅盾", "衡*盾"), List.of("KN95口罩 100只", "防护面罩", "医用手套"), 19),
            new Evasion("云岫", "食品", List.of("云袖", "雲岫", "云山由", "云屾"), List.of("明前龙井 特级", "绿茶 礼盒250g"), 69),
            new Evasion("衡稻1号", "农资", List.of("恒稻1号", "衡稻壹号", "横稻一号"), List.of("水稻种子 白皮袋", "稻种 散装 自留"), 22));

    private final Random random;
    private final String prefix;
    private final List<Seller> sellers;
    private int number;

    SampleListings(long seed, String prefix, boolean mostlyZhejiang) {
        this.random = new Random(seed);
        this.prefix = prefix;
        this.sellers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            sellers.add(seller(random.nextInt(10) < (mostlyZhejiang ? 8 : 2) ? pick(ZHEJIANG) : pick(ELSEWHERE)));
        }
    }

    /** In the mix of a platform's ordinary day: seven in ten have nothing to hide. */
    Listing next() {
        int dice = random.nextInt(100);
        if (dice < 30) {
            return honest();
        }
        if (dice < 42) {
            return generic();
        }
        if (dice < 52) {
            return compatible();
        }
        if (dice < 61) {
            return resale();
        }
        if (dice < 67) {
            return everydayWord();
        }
        if (dice < 75) {
            return english();
        }
        return dice < 86 ? claim() : evasive();
    }

    private Listing honest() {
        var goods = pick(GOODS);
        var brand = pick(goods.brands);
        var shop = brand.split(" ")[0];
        var title = pick(List.of("【官方正品】", "", "", "旗舰店 ", "授权专卖 ")) + brand + pick(goods.traits) + pick(goods.nouns)
                + pick(List.of("", " " + pick(goods.traits), "官方旗舰店正品", " 假一赔十"));
        var seller = random.nextInt(3) == 0
                ? new Seller(shop + pick(List.of("官方旗舰店", "授权专卖店", "品牌直营店")), creditCode(pick(ZHEJIANG).code), pick(ZHEJIANG))
                : pick(sellers);
        return listing("honest", title, "正品保障，支持七天无理由退换。", around(goods.yuan, 0.7, 2.2), goods.category, brand, seller);
    }

    private Listing generic() {
        var goods = pick(GOODS);
        var title = pick(goods.traits) + pick(goods.nouns) + pick(List.of("厂家直销", "批发", "一件代发", "包邮", "工厂店"))
                + pick(List.of("", " " + pick(goods.traits)));
        return listing("no-brand", title, "工厂自产自销，" + pick(goods.traits) + "。", around(goods.yuan, 0.15, 0.5), goods.category, "", pick(sellers));
    }

    private Listing compatible() {
        var part = pick(List.of(
                "适用于HENGXI鞋 鞋垫 吸汗减震", "适用苹果15手机壳 透明防摔", "兼容罗技鼠标 微动开关", "适配戴森吹风机 收纳架 免打孔",
                "通用小米手环8 替换腕带", "适用华为Mate60 钢化膜", "适用于美的电饭煲 内胆密封圈", "代用博世BOSCH 雨刮胶条 无骨通用",
                "适用飞利浦电动牙刷 替换刷头 非原装", "适用衡盾面罩 滤棉片 20片", "for iPhone 15 case clear shockproof",
                "compatible with Dyson V8 filter replacement"));
        return listing("compatible", part, "第三方配件，非原厂，购买前请核对型号。", around(29, 0.4, 2), "配件", "", pick(sellers));
    }

    private Listing resale() {
        var goods = pick(GOODS.subList(0, 5));
        var brand = pick(goods.brands);
        var title = pick(List.of("自用闲置 ", "二手95新 ", "闲置转让 ", "个人出 ")) + brand + " " + pick(goods.nouns)
                + pick(List.of(" 专柜购入小票在", " 只穿过一次", " 买错尺码", " 盒子齐全 不议价", " 成色见图"));
        return listing("resale", title, "个人闲置，非职业卖家，售出不退。", around(goods.yuan, 0.3, 0.7), goods.category, brand, pick(sellers));
    }

    private Listing everydayWord() {
        var title = pick(List.of(
                "烟台红富士苹果10斤 脆甜新鲜水果", "陕北黄小米 月子米 5斤装", "长城主题明信片 北京旅游纪念", "茅台镇民俗文化书籍",
                "大众口味麻辣香锅底料", "联想记忆单词卡 小学生", "猕猴桃味气泡水 24瓶", "老凤祥云纹剪纸 窗花", "大勾子鱼钩 钓鱼用品 100枚",
                "三条杠学生校服裤 运动会团购", "溪边露营天幕 防晒防雨", "盾构机模型 工程玩具", "云南古树茶 散装", "A货柜搬家纸箱 特大号",
                "1:1比例汽车模型图纸", "高仿真花 客厅摆件 绢花", "仿真恐龙玩具 儿童礼物"));
        return listing("everyday-word", title, "详见图片。", around(36, 0.5, 2.5), "日用百货", "", pick(sellers));
    }

    private Listing english() {
        boolean fake = random.nextInt(4) == 0;
        var title = fake
                ? pick(List.of(
                        "Top quality replica handbag 1:1 mirror LV style", "AAA+ copy watch automatic swiss movement",
                        "UA sneakers N1KE Air best batch", "HENGXl hoodie same factory no logo on photo", "designer inspired G*cci belt with box"))
                : pick(List.of(
                        "HENGXI men's fleece hoodie, official store", "Logitech wireless mouse M185 grey",
                        "SanDisk Ultra 128GB microSDXC card", "Replacement strap for Xiaomi Band 8",
                        "Used Sony WH-1000XM4 headphones, good condition", "Bosch oil filter, fits many models",
                        "Organic green tea Yunxiu 250 g tin", "Plain cotton T-shirt, pack of 3"));
        return listing(
                fake ? "claim" : "english", title, fake ? "DM for real photos. Ships worldwide." : "Ships within 48 hours.",
                around(fake ? 380 : 180, 0.5, 2), "跨境", "", pick(sellers));
    }

    private Listing claim() {
        var goods = pick(GOODS.subList(0, 4));
        var brand = pick(goods.brands);
        var title = pick(List.of(
                pick(CLAIMS) + " " + brand + " " + pick(goods.nouns) + " " + pick(HINTS),
                brand + pick(goods.nouns) + pick(CLAIMS) + "，" + pick(HINTS),
                pick(goods.traits) + brand.split(" ")[0] + pick(goods.nouns) + "（" + pick(CLAIMS) + "）" + pick(HINTS)));
        return listing("claim", title, "一手货源，" + pick(HINTS) + "，量大从优。", around(goods.yuan, 0.15, 0.45), goods.category, brand, pick(sellers));
    }

    private Listing evasive() {
        var evasion = pick(EVASIONS);
        var title = pick(List.of("", "", "爆款", "现货 ", "2026新款 ")) + pick(evasion.spellings) + " " + pick(evasion.nouns)
                + pick(List.of("", " " + pick(HINTS), " 包邮"));
        return listing("evasive", title, pick(HINTS) + "。", around(evasion.yuan, 0.6, 1.5), evasion.category, "", pick(sellers));
    }

    private Listing listing(
            String kind, String title, String description, long fen, String category, String brand, Seller seller) {
        var id = prefix + String.format("%06d", ++number);
        var platform = pick(List.of("云市集", "千货网", "拾旧二手", "快看小店", "麦多多"));
        var host = switch (platform) {
            case "云市集" -> "item.yunshiji.example";
            case "千货网" -> "www.qianhuo.example";
            case "拾旧二手" -> "m.shijiu.example";
            case "快看小店" -> "shop.kuaikan.example";
            default -> "www.maiduoduo.example";
        };
        var images = new ArrayList<String>();
        for (int i = 0; i < random.nextInt(4); i++) {
            images.add("https://img." + host.substring(host.indexOf('.') + 1) + "/" + id + "-" + (i + 1) + ".jpg");
        }
        return new Listing(
                id, kind, title.strip(), description, fen, "CNY", category, brand, seller.name, seller.creditCode, platform,
                "https://" + host + "/item/" + id, seller.place, List.copyOf(images));
    }

    private Seller seller(Place place) {
        var name = pick(List.of("青禾", "拾光", "南桥", "小满", "栖云", "北岸", "竹里", "望江", "海棠", "半亩", "晚舟", "知夏"))
                + pick(List.of("服饰", "优选", "百货", "数码", "美妆", "箱包", "商贸", "母婴", "农资", "茶行"))
                + pick(List.of("店", "小铺", "专营店", "有限公司", "工作室", "批发部"));
        return new Seller(name, random.nextInt(4) == 0 ? "" : creditCode(place.code), place);
    }

    /** Of right form and check character (GB 32100-2015), belonging to nobody we know. */
    private String creditCode(int region) {
        var code = new StringBuilder("91").append(region).append("MA");
        while (code.length() < 17) {
            code.append(CREDIT_ALPHABET.charAt(random.nextInt(CREDIT_ALPHABET.length())));
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += CREDIT_ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return code.append(CREDIT_ALPHABET.charAt((31 - sum % 31) % 31)).toString();
    }

    private long around(int yuan, double from, double to) {
        long whole = Math.round(yuan * (from + random.nextDouble() * (to - from)));
        return Math.max(1, whole) * 100 + pick(List.of(0, 0, 0, 90, 80, 50, 99));
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static Place place(int code, String county, String full) {
        return new Place(code, county, full);
    }

    private static Goods goods(String category, int yuan, List<String> brands, List<String> nouns, List<String> traits) {
        return new Goods(category, brands, nouns, traits, yuan);
    }

    /** Counties whose name several cities have: alone they do not say which. */
    static Set<String> sharedNames() {
        return Set.of("鼓楼区", "和平区", "朝阳区", "西湖区", "白云区");
    }
}
