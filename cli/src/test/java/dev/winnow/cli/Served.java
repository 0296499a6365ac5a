package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Program;
import dev.winnow.console.Run;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.engine.RulePack;
import dev.winnow.report.Browser;
import dev.winnow.report.Browser.Tab;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command that serves until it is closed, which interrupts it as a test's Ctrl-C. */
final class Served implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+/)\\?(token=[0-9a-f]{32})");

    private final Browser browser;

    private final List<Tab> tabs = new ArrayList<>();
    private final StringWriter err = new StringWriter();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<Integer> exit;
    private final Matcher address;

    /**
     * Runs a command, such as {@code serve --no-browser}, and waits for its address.
     *
     * @param browser opens the pages; null if none are opened
     */
    Served(Browser browser, String... arguments) throws IOException {
        this.browser = browser;
        System.setProperty("winnow.home", Run.HOME.toString());
        PipedOutputStream out = new PipedOutputStream();
        BufferedReader printed =
                new BufferedReader(new InputStreamReader(new PipedInputStream(out), StandardCharsets.UTF_8));
        Terminal terminal = new Terminal(out, new PrintWriter(err), Map.<String, String>of()::get, false);
        exit = thread.submit(() -> {
            try (out) {
                return Program.run(terminal, RulePack::load, arguments);
            }
        });
        String line = printed.readLine();
        assertThat(line).as("%s", err).isNotNull();
        address = ADDRESS.matcher(line);
        assertThat(address.find()).as(line).isTrue();
    }

    /** Returns the address with the token. */
    String first() {
        return address.group();
    }

    /** Returns the address of the overview, which ends with a slash. */
    String base() {
        return address.group(1);
    }

    /** Opens a page in a new tab, after a file with the token has set the cookie: it costs less than a page. */
    Tab open(String path, int width) {
        Tab tab = browser.tab().window(width, 900);
        tabs.add(tab);
        tab.command("Page.navigate", Map.of("url", base() + "assets/work.css?" + address.group(2)));
        tab.await("document.readyState === 'complete' && location.search === ''");
        go(tab, base() + path);
        return tab;
    }

    /** Opens the printed address in a new tab, as a user does. */
    Tab openFirst(int width) {
        Tab tab = browser.tab().window(width, 900);
        tabs.add(tab);
        go(tab, first());
        return tab;
    }

    /** Loads a page and waits until it is ready. */
    static void go(Tab tab, String to) {
        if (to.contains("#")) {
            tab.command("Page.navigate", Map.of("url", "about:blank")); // the same page would not be loaded anew
        }
        tab.run("delete document.documentElement.dataset.ready"); // of the page before
        tab.command("Page.navigate", Map.of("url", to));
        tab.await("document.documentElement.dataset.ready !== undefined");
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            assertThat(exit.get()).as("%s", err).isZero();
            tabs.forEach(Tab::close); // an open page would go on asking
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The page logs no error, asks only this server, fits the window, and axe finds no violation. */
    void requireSound(Tab tab) throws IOException {
        requireSound(tab, "{exclude: ['.view[hidden]']}");
    }

    /**
     * Checks a part of a page. In the dark theme, which differs in colours alone, axe checks the colours.
     *
     * @param part the part that axe checks
     */
    void requireSound(Tab tab, String part) throws IOException {
        assertThat(tab.complaints()).isEmpty();
        assertThat(tab.requests()).allMatch(url -> url.startsWith(address.group(1)) || url.startsWith("data:"));
        assertThat(tab.run("document.documentElement.scrollWidth <= window.innerWidth")
                        .asBoolean())
                .isTrue();
        for (String theme : List.of("light", "dark")) {
            tab.run("document.documentElement.dataset.theme = '" + theme + "'");
            assertThat(Pages.violations(
                            tab,
                            part,
                            theme.equals("dark") ? ", runOnly: ['color-contrast', 'link-in-text-block']" : ""))
                    .as(theme)
                    .isEmpty();
        }
    }
}
