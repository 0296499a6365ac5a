package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.PackCopy;
import dev.winnow.console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A contradiction between two packs about a fact is reported with both places by every command that reads both. */
class PacksThatDifferTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"schema universe", "template -f csv", "evidence -u illustrative -q", "import UNIVERSE -q"})
    void contradictionsAreReported(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.replaceAll(word -> word.equals("UNIVERSE")
                ? Run.HOME.resolve("seeds/illustrative/universe.yaml").toString()
                : word);
        PackCopy one = PackCopy.of("battery", folder.resolve("one"));
        PackCopy other = PackCopy.of("battery", folder.resolve("other"))
                .replace("vocabulary.yaml", "name: {en: yield rate, zh: 良率}", "name: {en: good parts, zh: 良率}");
        words.addAll(List.of("-r", one.folder().toString(), "-r", other.folder().toString()));

        Run run = Run.winnow(words.toArray(String[]::new));

        int line = one.line("vocabulary.yaml", "  yieldRate:");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .startsWith(
                        "%s/vocabulary.yaml:%d:3: `project.yieldRate` is declared differently here and at %s/vocabulary.yaml:%d:3\n"
                                .formatted(other.folder(), line, one.folder(), line));
    }

    @Test
    void factsOfAnotherShippedPackMayBeStatedWithoutEffect() throws IOException {
        String project = "projects: [{id: mill, name: Mill%s}]";
        Path plain = Files.writeString(folder.resolve("plain.yaml"), project.formatted(""));
        Run without = Run.winnow("screen", "--all", "-r", "battery", "-u", "illustrative", "-u", plain.toString());
        Path other = Files.writeString(folder.resolve("other.yaml"), project.formatted(", loans: 3 bn yuan"));
        Run with = Run.winnow("screen", "--all", "-r", "battery", "-u", "illustrative", "-u", other.toString());
        assertThat(with.exit()).isZero();
        assertThat(ranking(with)).contains("Mill").isEqualTo(ranking(without));
    }

    /** Removes the digests at the end. */
    private static String ranking(Run run) {
        return run.out().substring(0, run.out().lastIndexOf("pack "));
    }

    @Test
    void anUndeclaredFactIsReportedWithSuggestionsFromAllPacks() throws IOException {
        Path file =
                Files.writeString(folder.resolve("other.yaml"), "projects: [{id: mill, name: Mill, loanz: 3 bn yuan}]");
        Run run = Run.winnow("screen", "-r", "battery", "-u", "illustrative", "-u", file.toString());
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("`loanz`", "did you mean `loans`?");
    }

    @Test
    void aPackThatDiffersFromAShippedOneTakesPrecedence() {
        PackCopy own = PackCopy.of("battery", folder)
                .replace("vocabulary.yaml", "name: {en: yield rate, zh: 良率}", "name: {en: good parts, zh: 良率}");

        Run run = Run.winnow("template", "-f", "csv", "-r", own.folder().toString());

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains(",good parts [%],").doesNotContain("yield rate");
    }
}
