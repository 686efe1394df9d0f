package org.hengjian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Real Chromium, used as a person would: by labels and words on buttons. Waits for what is awaited, never for time. */
public final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String AXE = axe();

    private final ChromeDriver driver;
    private final String base;
    private final Path pictures;
    private final Locale language;

    private Browser(ChromeDriver driver, String base, Path pictures, Locale language) {
        this.driver = driver;
        this.base = base;
        this.pictures = pictures;
        this.language = language;
    }

    /** A window of 1440 × 1000 on the platform at that port. */
    public static Browser desktop(int port) {
        return desktop(port, Locale.CHINESE);
    }

    /** The same, of somebody who reads the pages in that language. */
    public static Browser desktop(int port, Locale language) {
        return open(port, 1440, 1000, false, language);
    }

    /** A phone of 390 × 844. */
    public static Browser phone(int port) {
        return open(port, 390, 844, true, Locale.CHINESE);
    }

    private static Browser open(int port, int width, int height, boolean mobile, Locale language) {
        var options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--force-prefers-reduced-motion", // or a click goes where its target was before the page had rolled there
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=" + width + "," + height);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new java.io.File("/usr/bin/chromedriver"))
                .withSilent(true)
                .build();
        var driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(PATIENCE.multipliedBy(4)); // axe reads whole laws
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", mobile));
        // Where the pictures of a green run go; docs/screenshots when told so, the build folder otherwise.
        return new Browser(
                driver,
                "http://127.0.0.1:" + port,
                Path.of(System.getProperty("hengjian.pictures", "target/pictures")),
                language);
    }

    public Browser go(String path) {
        driver.get(base + path);
        return this;
    }

    /** Signs in with the demonstration's password, out of any session before. */
    public Browser signIn(String name) {
        driver.manage().deleteAllCookies();
        go("/sign-in?lang=" + (language.equals(Locale.ENGLISH) ? "en" : "zh-CN"));
        return signInHere(name);
    }

    /** Signs in at the door to which the platform has led. */
    public Browser signInHere(String name) {
        field("name").sendKeys(name);
        field("password").sendKeys(Persons.PASSWORD);
        press(By.cssSelector("form[action$='/sign-in'] button[type=submit]"));
        // The next page asked for before this one stands would come without the session.
        return until(it -> !it.address().startsWith("/sign-in"));
    }

    /** Types into the field of that {@code name}, replacing what stands there. */
    public Browser type(String name, String text) {
        var field = field(name);
        field.clear();
        field.sendKeys(text);
        return this;
    }

    /** Chooses the option that carries these words. */
    public Browser choose(String name, String words) {
        new org.openqa.selenium.support.ui.Select(field(name)).selectByVisibleText(words);
        return this;
    }

    /** Ticks boxes and chooses radio buttons. */
    public Browser tick(String css) {
        var box = find(css);
        if (!box.isSelected()) {
            press(By.cssSelector(css));
        }
        return this;
    }

    public Browser upload(String name, Path file) {
        driver.findElement(By.name(name)).sendKeys(file.toAbsolutePath().toString());
        return this;
    }

    /** Clicks the button or link with these words, wherever it stands, and waits for the page that follows. */
    public Browser click(String words) {
        return press(By.xpath(
                "//main//button[contains(normalize-space(.), '%s')] | //main//a[contains(normalize-space(.), '%s')] | //summary[contains(normalize-space(.), '%s')]"
                        .formatted(words, words, words)));
    }

    /**
     * Presses what sends by script, which leads to another page some time after the press: returns when that page stands. Without
     * this wait a word or a row that stands on both pages would be taken for the answer.
     */
    public Browser sends(String css) {
        driver.executeScript("document.documentElement.dataset.before = 'sent'");
        return press(By.cssSelector(css)).until(it -> Boolean.TRUE.equals(it.driver()
                .executeScript(
                        "return !document.documentElement.dataset.before && document.readyState === 'complete'")));
    }

    /** Types keys into whatever has the focus, as a hand on the keyboard does. */
    public Browser keys(CharSequence... keys) {
        new org.openqa.selenium.interactions.Actions(driver).sendKeys(keys).perform();
        return this;
    }

    /** Presses the one button of the form that a step is taken with. */
    public Browser submit() {
        return press(By.cssSelector("form[data-guard] button[type=submit]"));
    }

    /** Waits until the page says so. */
    public Browser sees(String words) {
        new WebDriverWait(driver, PATIENCE)
                // A page that is just being replaced has no text for a moment: look again.
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> "the page should say: " + words + "\nit says:\n" + text())
                .until(it -> text().contains(words));
        return this;
    }

    public boolean says(String words) {
        return text().contains(words);
    }

    public WebElement find(String css) {
        return wait(By.cssSelector(css));
    }

    public List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    public String text() {
        // Asked of the page in one go: an element found could belong to the page before.
        return (String) driver.executeScript("return document.body ? document.body.innerText : ''");
    }

    public String address() {
        return java.util.Objects.requireNonNull(driver.getCurrentUrl()).substring(base.length());
    }

    public ChromeDriver driver() {
        return driver;
    }

    public Browser until(Predicate<Browser> condition) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .until(_ -> condition.test(this));
        return this;
    }

    /** WCAG 2.1 AA by axe; nothing may be found, and the page may not scroll sideways. */
    @SuppressWarnings("unchecked")
    public Browser isAccessible() {
        // In one message, so that no other page can come between. Only what is violated crosses to the test: all that axe has
        // seen takes it several times as long to tell.
        var found = (List<Object>) driver.executeAsyncScript("if (!('axe' in window)) {" + AXE + "}"
                + """

                const done = arguments[arguments.length - 1];
                axe.run(document, {
                  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'],
                }).then(({ violations }) => done(violations.flatMap(({ id, help, nodes }) =>
                  nodes.map((one) => `${id}: ${help}: ${one.html}: ${one.failureSummary}`))), (why) => done([String(why)]));
                """);
        assertThat(found).as("axe on %s", address()).isEmpty();
        Number wide = (Number) driver.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(wide.intValue())
                .as("pixels that %s scrolls sideways", address())
                .isLessThanOrEqualTo(0);
        return this;
    }

    public Browser picture(String name) {
        try {
            Files.createDirectories(pictures);
            Files.write(pictures.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static String axe() {
        try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(java.util.Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WebElement field(String name) {
        return wait(By.name(name));
    }

    private WebElement wait(By what) {
        return new WebDriverWait(driver, PATIENCE)
                .withMessage(() -> "waiting for " + what + " on " + driver.getCurrentUrl() + "\n" + text())
                .until(ExpectedConditions.visibilityOfElementLocated(what));
    }

    /** Looks again when the page was replaced between the finding and the click. */
    private Browser press(By what) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .until(_ -> {
                    var target = wait(what);
                    driver.executeScript("arguments[0].scrollIntoView({block:'center', behavior:'instant'})", target);
                    target.click();
                    return true;
                });
        stands();
        return this;
    }

    /** Returns when a page stands that a click has loaded; what is awaited on it is for the caller to wait for. */
    private void stands() {
        new WebDriverWait(driver, PATIENCE)
                .until(it -> "complete".equals(driver.executeScript("return document.readyState")));
    }
}
