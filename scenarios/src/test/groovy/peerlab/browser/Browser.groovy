package peerlab.browser

import java.nio.file.Path
import java.time.Duration

import org.openqa.selenium.By
import org.openqa.selenium.Dimension
import org.openqa.selenium.WebElement
import org.openqa.selenium.chrome.ChromeDriver
import org.openqa.selenium.chrome.ChromeDriverService
import org.openqa.selenium.chrome.ChromeOptions
import org.openqa.selenium.interactions.Actions
import org.openqa.selenium.logging.LogType
import org.openqa.selenium.logging.LoggingPreferences
import org.openqa.selenium.support.ui.WebDriverWait

/** A Chromium without a screen, which writes down what its console says and what leaves a page. */
final class Browser implements Closeable {

    static final String PROGRAM = found('chromium', 'chromium-browser', 'google-chrome')
    static final String DRIVER = found('chromedriver')
    static final boolean IS_THERE = PROGRAM != null && DRIVER != null
    static final String LEFT_OUT =
            'chromium or its driver is missing: the reports were not looked at in a browser'

    private static final int PATIENCE_SECONDS = 60

    final ChromeDriver driver

    Browser() {
        def options = new ChromeOptions()
        options.setBinary(PROGRAM)
        options.addArguments('--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage',
                '--window-size=1400,1000', '--force-device-scale-factor=1')
        def logs = new LoggingPreferences()
        logs.enable(LogType.BROWSER, java.util.logging.Level.ALL)
        logs.enable(LogType.PERFORMANCE, java.util.logging.Level.ALL)
        options.setCapability('goog:loggingPrefs', logs)
        def service = new ChromeDriverService.Builder().usingDriverExecutable(new File(DRIVER)).build()
        driver = new ChromeDriver(service, options)
    }

    private static String found(String... names) {
        def folders = System.getenv('PATH').tokenize(File.pathSeparator)
        names.collectMany { name -> folders.collect { new File(it, name) } }.find { it.canExecute() }?.path
    }

    /** Opens a page from the disk at an address within it, and waits until it is ready. */
    void open(Path page, String address = '') {
        driver.get('about:blank')
        driver.get(page.toUri().toString() + (address ? '#' + address : ''))
        await { run("return document.documentElement.dataset.ready") == 'true' }
    }

    Object run(String script, Object... arguments) {
        driver.executeScript(script, arguments)
    }

    void await(Closure<?> condition) {
        new WebDriverWait(driver, Duration.ofSeconds(PATIENCE_SECONDS)).until { condition() }
    }

    WebElement one(String css) {
        await { all(css) }
        all(css)[0]
    }

    List<WebElement> all(String css) {
        driver.findElements(By.cssSelector(css)).findAll { it.displayed }
    }

    /** The button, link or tab that says so. */
    WebElement button(String text) {
        await { all('button').find { it.text.contains(text) } }
        all('button').find { it.text.contains(text) }
    }

    String text(String css) {
        one(css).text
    }

    void keys(CharSequence keys) {
        run('document.activeElement.blur()')
        new Actions(driver).sendKeys(keys).perform()
    }

    void size(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height))
    }

    /** Whether a canvas has anything on it besides one colour. */
    boolean isDrawn(String css) {
        run('''const c = document.querySelector(arguments[0]);
            if (!c || !c.width) return false;
            const d = new Uint32Array(c.getContext('2d').getImageData(0, 0, c.width, c.height).data.buffer);
            return new Set(d.filter((_, i) => i % 3 === 0)).size > 3;''', css)
    }

    /** What the console has complained of since it was asked last. */
    List<String> complaints() {
        driver.manage().logs().get(LogType.BROWSER).all*.message
    }

    /** What was asked for since this was asked last, besides pages from the disk and data within them. */
    List<String> requests() {
        driver.manage().logs().get(LogType.PERFORMANCE).all*.message
                .findAll { it.contains('"Network.requestWillBeSent"') }
                .collect { (it =~ /"request":\{.*?"url":"([^"]*)"/).with { m -> m.find() ? m.group(1) : it } }
                .findAll { !(it ==~ /(?s)(file:|data:|about:|blob:).*/) }
    }

    @Override
    void close() {
        driver.quit()
    }
}
