package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.cli.option.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Locale and time zone of the machine do not affect the output. */
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
