package dev.winnow.records.internal.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.winnow.engine.RulePack;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs that changed while they were used are not recorded, and recorded inputs are restored unchanged. */
class UnrecordableTest {

    @TempDir
    private Path folder;

    private Path copy(String of) throws IOException {
        Path from = Path.of("..", of);
        Path to = folder.resolve(from.getFileName());
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return to;
    }

    /** The declarations of several packs, since the universe states facts of several. */
    private static Vocabulary known() {
        Vocabulary known = Vocabulary.core();
        for (String pack : List.of("battery", "semiconductor", "data-centre", "chips-act")) {
            known = known.and(Vocabulary.read(Path.of("../rules", pack), new ArrayList<>()), new ArrayList<>());
        }
        return known;
    }

    private static Unrecordable refusal(Work work) {
        return catchThrowableOfType(Unrecordable.class, work::run);
    }

    private interface Work {
        void run() throws IOException;
    }

    @Test
    void aPackIsRestoredUnchanged() throws IOException {
        Path from = copy("rules/battery");
        RulePack pack = RulePack.load(from);
        PackContent read = PackContent.of(PackContent.read(from, pack).content());
        assertThat(read.load().digest()).isEqualTo(pack.digest());
    }

    @Test
    void aPackThatWasEditedMeanwhileIsNotRecorded() throws IOException {
        Path from = copy("rules/battery");
        RulePack pack = RulePack.load(from);
        Files.writeString(from.resolve("README.md"), "another");
        assertThat(refusal(() -> PackContent.read(from, pack)).what())
                .hasToString("pack `battery` changed while it was in use: screen again");
    }

    @Test
    void aUniverseIsRestoredUnchanged() throws IOException {
        Path own = Files.writeString(
                folder.resolve("own.yaml"), "projects:\n  - {id: own, name: Own, track: batteries}\n");
        Universe universe = Universe.read(known(), copy("seeds/illustrative")).and(own);
        Universe read =
                UniverseContent.of(UniverseContent.of(universe).content()).load();
        assertThat(read.digest()).isEqualTo(universe.digest());
        assertThat(read.projects()).isEqualTo(universe.projects());
        assertThat(read.asOf(universe.asOf(), true).cities())
                .isEqualTo(universe.asOf(universe.asOf(), true).cities());
        assertThat(read.problems()).isEqualTo(List.of());
    }

    @Test
    void aUniverseThatWasEditedMeanwhileIsNotRecorded() throws IOException {
        Path from = copy("seeds/illustrative");
        Universe universe = Universe.read(known(), from);
        assertThat(universe.problems()).isEmpty();
        Files.writeString(from.resolve("universe.yaml"), "\n# another day\n", StandardOpenOption.APPEND);
        assertThat(refusal(() -> UniverseContent.of(universe)).what())
                .hasToString("`universe.yaml` changed while it was in use: screen again");
    }
}
