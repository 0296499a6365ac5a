package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import dev.winnow.report.Browser;
import dev.winnow.report.Browser.Tab;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decision papers, letters, minutes and the watch, from the workbench. */
class PapersViewTest {

    private static final String PAIR = "?project=sien&city=qingdao&form=md";

    @TempDir
    private static Path folder;

    private static String records;
    private static ServedApi served;

    @BeforeAll
    static void start() throws IOException {
        Run.assumeBuilt("paper");
        records = folder.resolve("records.db").toString();
        Run.winnow("screen", "--record", "--records", records);
        Run.winnow("decide", "sien", "qingdao", "recommend", "--reason=It fits", "--records", records);
        Run.winnow("decide", "sien", "jinan", "hold", "--reason=To be proven", "--records", records);
        Files.writeString(folder.resolve("letterhead.yaml"), "bureau: Bureau of Letters\n");
        served = new ServedApi("serve", "--no-browser", "--records", records, "--templates", folder.toString());
    }

    @AfterAll
    static void close() {
        if (served != null) {
            served.close();
        }
    }

    private static String text(String path) throws IOException, InterruptedException {
        HttpResponse<String> reply = served.get(path);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        return reply.body();
    }

    private static String printed(String... words) {
        return Run.winnow(words).out();
    }

    @Test
    void thePaperIsThatOfTheCommand() throws IOException, InterruptedException {
        assertThat(text("api/paper" + PAIR))
                .contains("It fits")
                .isEqualTo(printed(
                        "paper",
                        "sien",
                        "qingdao",
                        "-f",
                        "markdown",
                        "--records",
                        records,
                        "--templates",
                        folder.toString()));
    }

    @Test
    void aLetterIsThatOfTheCommandWithTheGivenLetterhead() throws IOException, InterruptedException {
        assertThat(text("api/letter" + PAIR + "&to=applicant"))
                .contains("Bureau of Letters")
                .isEqualTo(letter("sien", "qingdao", "--to", "applicant"));
        assertThat(text("api/letter" + PAIR + "&to=applicant&dated=2026-03-01"))
                .contains("by 2026-03-15")
                .isEqualTo(letter("sien", "qingdao", "--to", "applicant", "--day", "2026-03-01"));
        assertThat(text("api/letter?project=SiEn&city=jinan&to=city&form=md"))
                .isEqualTo(letter("sien", "jinan", "--to", "city"));
    }

    private static String letter(String... more) {
        String[] given = {"letter", "-f", "markdown", "--records", records, "--templates", folder.toString()};
        return printed(words(more, given));
    }

    @Test
    void theMinutesAreThoseOfTheCommand() throws IOException, InterruptedException {
        assertThat(text("api/minutes?form=md")).isEqualTo(printed("minutes", "-f", "markdown", "--records", records));
    }

    @Test
    void theWatchIsThatOfTheCommand() throws IOException, InterruptedException {
        Run.assumeBuilt("watch");
        assertThat(text("decisions/watch?today=2026-02-01"))
                .isEqualTo(printed("watch", "--today", "2026-02-01", "-f", "html", "--records", records));
        assertThat(text("api/watch/calendar?today=2026-02-01"))
                .isEqualTo(printed("watch", "--today", "2026-02-01", "-f", "ics", "--records", records));
        assertThat(text("decisions/watch")).isEqualTo(printed("watch", "-f", "html", "--records", records));
        assertThat(served.get("decisions/watch?today=tomorrow").body()).contains("`tomorrow` is not a date");
    }

    @Test
    void withAPanelThePaperAndTheMinutesSayWhatItJudged() throws IOException, InterruptedException {
        String[] given = {
            "-u",
            "illustrative",
            "-r",
            "battery-review",
            "--panel",
            "../docs/examples/panel/panel.yaml",
            "--records",
            records
        };
        try (ServedApi panel = new ServedApi(words(given, "serve", "--no-browser"))) {
            assertThat(panel.get("api/paper?project=looper&city=alderbay&form=md")
                            .body())
                    .contains("Tan Wei")
                    .isEqualTo(printed(words(given, "paper", "looper", "alderbay", "-f", "markdown")));
            assertThat(panel.get("api/minutes?form=md").body())
                    .contains("Mara Stone")
                    .isEqualTo(printed(words(given, "minutes", "-f", "markdown")));
        }
    }

    private static String[] words(String[] given, String... first) {
        return Stream.of(first, given).flatMap(Stream::of).toArray(String[]::new);
    }

    @Test
    void anAlteredRecordIsNamedInsteadOfPapersWithoutIt() throws IOException, InterruptedException, SQLException {
        String altered = folder.resolve("altered.db").toString();
        Files.copy(Path.of(records), Path.of(altered));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + altered);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER winnow_records_update");
            statement.execute("UPDATE winnow_records SET body = replace(body, 'It fits', 'It pays')");
        }
        try (ServedApi api = new ServedApi("serve", "--no-browser", "--records", altered)) {
            List<String> paths = new ArrayList<>(
                    List.of("api/paper" + PAIR, "api/letter" + PAIR + "&to=applicant", "api/minutes?form=md"));
            if (Run.isBuilt("watch")) {
                paths.add("decisions/watch?today=2026-02-01");
            }
            for (String path : paths) {
                HttpResponse<String> reply = api.get(path);
                assertThat(reply.statusCode()).as(path).isEqualTo(409);
                assertThat(reply.body()).contains("record `2` in ").contains("was altered");
            }
        }
    }

    @Test
    void wrongRequestsAreRefusedWithTheReason() throws IOException, InterruptedException {
        assertThat(served.get("api/paper?project=sein&city=qingdao&form=md").body())
                .contains("\"status\": 404", "project `sein` was not screened in `qingdao`");
        assertThat(served.get("api/paper?project=sien&city=qingdao&form=exe").body())
                .contains("parameter `form` is not one of `docx`, `html`, `md`");
        assertThat(served.get("api/letter" + PAIR + "&to=mayor").body())
                .contains("\"status\": 422", "unknown addressee `mayor`");
        assertThat(served.get("api/letter" + PAIR + "&to=city&dated=tomorrow").body())
                .contains("`tomorrow` is not a date");
    }

    @Test
    void aPaperAndALetterAreSavedFromTheDecisionsPage() throws IOException {
        try (Browser browser = Browser.start();
                Served page = new Served(browser, "--lang", "zh", "serve", "--no-browser")) {
            Tab tab = page.open("decisions?project=sien&city=qingdao", 390);
            tab.run("window.saved = []; HTMLAnchorElement.prototype.click = function() { saved.push(this.download); }");
            for (String button : new String[] {"paper-docx", "letter-html"}) {
                tab.run("document.getElementById('" + button + "').click()");
                tab.await("document.getElementById('papers-notice').textContent.startsWith('已保存')"
                        + " && saved.length > 0 && saved.at(-1).startsWith('" + button.substring(0, 5) + "')");
            }
            assertThat(tab.text("saved.join()"))
                    .isEqualTo("paper-sien-qingdao.docx,letter-applicant-sien-qingdao.html");
            page.requireSound(tab);
        }
    }
}
