package org.hengjian.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.hengjian.cases.CaseWork;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Evidence of a case in real Chromium: several files brought at once, looked at, sealed, withdrawn. */
@OnThePlatform
@Tag("browser")
class EvidenceInTheBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    CaseWork cases;

    @Autowired
    EvidenceWork work;

    @TempDir
    Path files;

    @Test
    void an_officer_brings_several_files_and_looks_at_them() throws IOException {
        long id = cases.proposedId();
        var photo = Files.write(files.resolve("仓库现场.png"), EvidenceWork.picture(id));
        var chat = Files.writeString(files.resolve("聊天记录.txt"), "甲：衡溪的卫衣还有吗？\n乙：有，仓前路自提。编号 " + id);
        try (var browser = Browser.desktop(port)) {
            browser.signIn(EvidenceWork.OFFICER).go("/cases/" + id).click("证据 0").sees("本案还没有证据文件");
            browser.isAccessible().picture("evidence-empty");
            browser.sends("#send").sees("选一个或者几个文件").isAccessible();
            browser.driver().findElement(By.name("files")).sendKeys(photo + "\n" + chat);
            browser.type("proves", "当事人销售带标卫衣").sends("#send");
            browser.sees("序号").sees("聊天记录.txt").until(it -> it.all("tbody tr").size() == 2);
            browser.isAccessible().picture("evidence-case");

            browser.driver().findElement(By.name("files")).sendKeys(photo.toString());
            browser.sends("#send").until(it -> it.all("tbody tr").size() == 2 && it.says("仓库现场.png"));

            browser.click("仓库现场.png").sees("保管链").sees("本平台时间戳").isAccessible();
            browser.until(it -> Boolean.TRUE.equals(it.driver().executeScript(
                    "const i = document.querySelector('.evidence-content img'); return i.complete && i.naturalWidth === 320")));
            browser.picture("evidence-item");
            browser.go("/evidence/case/" + id).click("聊天记录.txt").sees("仓前路自提").isAccessible();
            browser.click("撤回").submit();
            browser.sees("没有写撤回理由").isAccessible();
            browser.type("ground", "与本案无关").submit();
            browser.sees("已撤回").isAccessible();
        }
    }

    @Test
    void the_pages_fit_a_phone_and_are_in_english_too() {
        long id = cases.proposedId();
        var open = work.receipt(id, "举报人陈述.txt");
        var item = EvidenceWork.done(work.bring(
                        EvidenceWork.OFFICER,
                        new Receipt(id, open.name(), Kind.WITNESS, open.origin(), open.proves(), open.obtainedOn(), true),
                        ("看见有人搬货 " + id).getBytes(StandardCharsets.UTF_8)))
                .item();
        try (var browser = Browser.desktop(port, Locale.ENGLISH)) {
            browser.signIn(EvidenceWork.OFFICER).go("/evidence/case/" + id).sees("Add evidence").isAccessible();
            browser.driver().executeCdpCommand(
                    "Emulation.setDeviceMetricsOverride",
                    java.util.Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
            browser.go("/evidence/case/" + id).isAccessible().picture("evidence-case-phone-en");
            browser.go("/evidence/" + item.id()).sees("Purpose").isAccessible().picture("evidence-sealed-phone-en");
            browser.submit();
            browser.sees("Say why it is looked at");
            browser.type("purpose", "check the statement").submit();
            browser.sees("看见有人搬货").isAccessible().picture("evidence-item-phone-en");
        }
    }
}
