package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import dev.winnow.report.Browser;
import dev.winnow.report.Browser.Tab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The blind form of an assessor, completed in a real browser. */
class PanelFormPageTest {

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Path panel;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start();
        panel = folder.resolve("panel.yaml");
        Files.copy(Path.of("../docs/examples/panel/panel.yaml"), panel);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static Run winnow(String words) {
        return Run.winnow((words + " -u illustrative -r battery-review --panel " + panel).split(" "));
    }

    private static String question(String fact) {
        return "document.querySelector('.question[data-of=looper][data-fact=\"project." + fact + "\"]')";
    }

    private static void choose(Tab tab, String fact, String answer) {
        tab.run(question(fact) + ".querySelector('[value=\"" + answer + "\"]').click()");
    }

    private static void write(Tab tab, String fact, String field, String text) {
        tab.run(question(fact) + ".querySelector('" + field + "').focus()");
        tab.write(text);
    }

    @Test
    void aCompletedFormIsReadAsJudgements() throws IOException {
        Path form = folder.resolve("a1.html");
        assertThat(winnow("panel ask -q --assessor a1 -o " + form).err()).isEmpty();
        Tab tab = browser.tab().open(form, "");
        assertThat(Pages.violations(tab, "document", "")).isEmpty();
        tab.run("(() => { const make = URL.createObjectURL; URL.createObjectURL = file => {"
                + " file.text().then(text => { window.saved = text; }); return make(file); }; })()");
        assertThat(tab.run("/^\\d{4}-\\d{2}-\\d{2}$/.test(document.getElementById('asOf').value)")
                        .asBoolean())
                .as("the day on which the form is opened")
                .isTrue();
        tab.run("document.getElementById('asOf').value = '2025-12-08'");
        choose(tab, "conflict-of-interest", "no");
        choose(tab, "teamStrength", "3");
        choose(tab, "soundSafetyCase", "cannot judge");
        write(tab, "reachableOutput", "[data-value]", "70");
        write(tab, "reachableOutput", "[data-reason]", "feedstock is the limit");
        tab.run("document.querySelector('.save button').click()");
        assertThat(tab.text(question("teamStrength") + ".querySelector('.wrong').textContent"))
                .isEqualTo("Give a judgement and a reason, or choose that you cannot judge.");

        write(tab, "teamStrength", "[data-reason]", "two engineers");
        tab.run("document.querySelector('.save button').click()");
        tab.await("window.saved !== undefined");
        assertThat(tab.text("document.getElementById('status').textContent"))
                .isEqualTo("Saved winter-2025-round-1-a1.json with 4 answers. Send it back.");
        assertThat(tab.complaints()).isEmpty();

        Path saved = folder.resolve("a1.json");
        Files.writeString(saved, tab.text("window.saved"));
        Path round = folder.resolve("round-1.yaml");
        Run run = winnow("panel read " + saved + " -o " + round);
        assertThat(run.out()).contains("3 taken").contains("0 refused");
        assertThat(Files.readString(round))
                .contains(
                        "value: 70 %", "reason: feedstock is the limit", "cannot-judge: true", "reason: two engineers");
    }
}
