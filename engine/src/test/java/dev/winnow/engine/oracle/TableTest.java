package dev.winnow.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Explained;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.oracle.RandomUniverses.Size;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.syntax.TreeEquality;
import dev.winnow.model.Thorough;
import dev.winnow.model.universe.Universe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** A table equals the rules that it abbreviates. */
class TableTest {

    private static final int UNIVERSES = Thorough.count(40, 100);

    @TempDir
    private Path folder;

    /** The packs with tables. */
    static List<Path> packs() {
        return Packs.all().stream()
                .filter(pack ->
                        ruleFiles(pack).stream().anyMatch(file -> text(file).contains("@table(")))
                .toList();
    }

    private static List<Path> ruleFiles(Path pack) {
        try (Stream<Path> files = Files.list(pack)) {
            return files.filter(file -> file.toString().endsWith(".drl"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RulePack byHand(Path pack) throws IOException {
        Path copy = Packs.copy(pack, folder);
        for (Path file : ruleFiles(copy)) {
            Files.writeString(file, WrittenOut.of(text(file)));
        }
        return RulePack.load(copy);
    }

    @ParameterizedTest
    @MethodSource("packs")
    void rulesEqualThoseWrittenOut(Path pack) throws IOException {
        List<CheckedRule> table = Packs.pack(pack).checkedRules();
        List<CheckedRule> hand = byHand(pack).checkedRules();

        assertThat(table)
                .extracting(CheckedRule::id)
                .isEqualTo(hand.stream().map(CheckedRule::id).toList());
        for (int i = 0; i < table.size(); i++) {
            assertThat(TreeEquality.same(
                            table.get(i).rule().consequence(),
                            hand.get(i).rule().consequence()))
                    .as("consequence of %s", table.get(i).id())
                    .isTrue();
            assertThat(table.get(i).rule().points())
                    .as("points of %s", table.get(i).id())
                    .isEqualTo(hand.get(i).rule().points());
        }
    }

    @ParameterizedTest
    @MethodSource("packs")
    void screensLikeTheRulesWrittenOut(Path pack) throws IOException {
        Screener table = Packs.screener(pack);
        Screener hand = Screener.of(byHand(pack));
        Words words = Words.around(PlainPack.read(pack));

        for (long seed = 0; seed < UNIVERSES; seed++) {
            Universe universe = RandomUniverses.draw(seed, seed % 3 == 0 ? Size.MIDDLE : Size.SMALL, words)
                    .universe();
            assertThat(Explained.of(table, universe).pairs())
                    .as("universe %d", seed)
                    .isEqualTo(Explained.of(hand, universe).pairs());
        }
    }

    @ParameterizedTest
    @MethodSource("packs")
    void fileIsReadableByDroolsOwnParser(Path pack) throws DroolsParserException {
        for (Path file : ruleFiles(pack)) {
            DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
            PackageDescr read = parser.parse(false, text(file));

            assertThat(parser.hasErrors()).as("%s", file).isFalse();
            assertThat(read.getRules()).isNotEmpty();
        }
    }
}
