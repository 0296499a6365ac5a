package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Locale and time zone of the machine do not affect the output, except for the days of records. */
class OtherPlacesTest {

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @TempDir
    private Path folder;

    @AfterEach
    void comeHome() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "template -q -o template.xlsx",
                "template -q -o template.xlsx --lang zh",
                "screen -q -u illustrative -r battery -o ranking.xlsx",
                "screen -q -u illustrative -r battery -o ranking.docx",
                "screen -q -u illustrative -r battery -o ranking.html",
                "ask -q -u illustrative -r battery -o questions.xlsx"
            })
    void outputIsTheSameInNepalAndTurkey(String line) throws IOException {
        byte[] here = written(line, "here");
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        assertThat(written(line, "there")).isEqualTo(here);
    }

    /** One of these is on another day than UTC at any time. */
    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Etc/GMT+12"})
    void recordsBelongToTheDayOfTheMachine(String place) {
        Run.assumeBuilt("minutes");
        TimeZone.setDefault(TimeZone.getTimeZone(place));
        String records = folder.resolve("records.db").toString();
        List.of(
                        List.of("screen", "-q", "-u", "illustrative", "-r", "battery", "--record"),
                        List.of("decide", "bigcell", "alderbay", "hold", "--reason", "later", "--by", "Board"))
                .forEach(line -> assertThat(recorded(records, line).exit()).isZero());
        String day = LocalDate.now(ZoneId.systemDefault()).toString();
        String before = LocalDate.parse(day).minusDays(1).toString();
        String after = LocalDate.parse(day).plusDays(1).toString();
        List<String> minutes = List.of("minutes", "--from", day, "--until", day);
        assertThat(recorded(records, minutes).out()).contains("Board", "later");
        assertThat(recorded(records, List.of("minutes", "--until", before)).out())
                .contains("No decision is recorded for these days.");
        assertThat(recorded(records, List.of("minutes", "--from", after)).out())
                .contains("No decision is recorded for these days.");
    }

    private static Run recorded(String records, List<String> line) {
        List<String> words = new ArrayList<>(line);
        words.addAll(List.of("--records", records));
        return Run.winnow(words.toArray(String[]::new));
    }

    private byte[] written(String line, String name) throws IOException {
        Path place = Files.createDirectories(folder.resolve(name));
        List<String> words = new ArrayList<>();
        for (String word : line.split(" ")) {
            words.add(word.contains(".") ? place.resolve(word).toString() : word);
        }
        Run run = Run.winnow(words.toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isZero();
        try (var files = Files.list(place)) {
            return Files.readAllBytes(files.findFirst().orElseThrow());
        }
    }
}
