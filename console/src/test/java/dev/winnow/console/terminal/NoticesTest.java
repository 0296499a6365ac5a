package dev.winnow.console.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Notes are limited to a few lines, regardless of their number. */
class NoticesTest {

    private final StringWriter err = new StringWriter();

    private Notices notices(boolean interactive) {
        return notices(interactive, Language.EN);
    }

    private Notices notices(boolean interactive, Language language) {
        Terminal terminal = new Terminal(
                        new ByteArrayOutputStream(),
                        new PrintWriter(err),
                        name -> name.equals("COLUMNS") ? "60" : null,
                        interactive)
                .speaking(language);
        return new Notices(terminal, false);
    }

    private static List<Problem> columns(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(
                        at -> Problem.at(new Place("list.csv", 1, at, null), "the column `%s` is not taken", "c" + at))
                .toList();
    }

    private static Problem dispute(int line) {
        return Problem.at(
                new Place("city.yaml", line, 5, null),
                "%s is reached %s here and %s at %s",
                "landed",
                "2019",
                "2018",
                "x");
    }

    @Test
    void fewNotesOfAKindArePrintedInFull() {
        notices(false).notes(columns(2));

        assertThat(err).hasToString("""
            note: list.csv:1:1: the column `c1` is not taken
            note: list.csv:1:2: the column `c2` is not taken
            """);
    }

    @Test
    void ofManyNotesTheFirstIsPrintedAndTheOthersCounted() {
        notices(false).notes(columns(20));

        assertThat(err).hasToString("""
            note: list.csv:1:1: the column `c1` is not taken
            note: 19 more like this
            """);
    }

    @Test
    void streamedNotesAreCountedAtTheEnd() {
        Notices notices = notices(false);
        columns(5).forEach(notices::note);
        assertThat(notices.finish(Message.of("nothing was screened"))).isEqualTo(Exit.DONE);

        assertThat(err).hasToString("""
            note: list.csv:1:1: the column `c1` is not taken
            note: list.csv:1:2: the column `c2` is not taken
            note: list.csv:1:3: the column `c3` is not taken
            note: 2 more like this
            """);
    }

    @Test
    void conflictsAreCountedWithTheCommandThatShowsThem() {
        notices(false).conflicts(List.of(dispute(7), dispute(9)));

        assertThat(err).hasToString("""
            note: sources disagree in 2 places, the first at city.yaml:7:5; details: `winnow evidence --conflicts` with the same universe
            """);
    }

    @Test
    void conflictsAreCountedInChinese() {
        notices(false, Language.ZH).conflicts(List.of(dispute(7), dispute(9)));

        assertThat(err).hasToString("""
            提示：来源不一致2处，第一处见 city.yaml:7:5；可用 `winnow evidence --conflicts` 查看同一数据集的详情
            """);
    }

    @Test
    void aNoteFitsTheTerminal() {
        notices(true).conflicts(List.of(dispute(7), dispute(9)));

        assertThat(err).hasToString("""
            note: sources disagree in 2 places, the first at
              city.yaml:7:5; details: `winnow evidence --conflicts` with
              the same universe
            """);
    }
}
