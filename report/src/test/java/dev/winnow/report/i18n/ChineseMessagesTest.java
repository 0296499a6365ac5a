package dev.winnow.report.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.RulePack;
import dev.winnow.language.PackException;
import dev.winnow.model.Fixture;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The problems of the bad packs and the bad universes are completely translated into Chinese. */
class ChineseMessagesTest {

    private static final Path PACKS = Path.of("../language/src/test/resources/bad");
    private static final Path GOOD = Path.of("../language/src/test/resources/good/bakery");
    private static final Path UNIVERSES = Path.of("../model/src/test/resources/bad");
    private static final Wording CHINESE = Wording.inLanguage(Language.ZH);

    private static final Pattern NAME = Pattern.compile("`[^`]*`|“[^”]*”|\"[^\"]*\"");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");
    /** Matches a path, a place in a file, a code point, a type name, an id, or an abbreviation. */
    private static final Pattern CODE = Pattern.compile(
            "\\S*[A-Za-z0-9_*-]+\\.[A-Za-z]\\S*|\\S*/\\S*|U\\+[0-9A-F]+|[A-Z][a-z]+([A-Z][a-z]*)*|[A-Z0-9]+|--[a-z-]+");

    @TempDir
    private static Path folder;

    static Stream<String> packs() throws IOException {
        return Fixture.names(PACKS).stream();
    }

    static Stream<String> universes() throws IOException {
        return Fixture.names(UNIVERSES).stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packs")
    void packMessagesAreTranslated(String mistake) throws IOException {
        Path pack = folder.resolve(mistake).resolve("bakery");
        Fixture.copy(GOOD, pack);
        Fixture.read(PACKS, mistake).applyTo(pack);
        saidInChinese(problems(pack));
    }

    private static List<Problem> problems(Path pack) {
        try {
            RulePack.load(pack);
            return List.of();
        } catch (PackException e) {
            return e.problems();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("universes")
    void universeMessagesAreTranslated(String mistake) throws IOException {
        Path universe = Files.createDirectories(folder.resolve("universe-" + mistake));
        Fixture.read(UNIVERSES, mistake).applyTo(universe);
        saidInChinese(Universe.read(ShippedFacts.VOCABULARY, universe).problems());
    }

    private static void saidInChinese(List<Problem> problems) {
        assertThat(problems).isNotEmpty();
        assertThat(problems).allSatisfy(problem -> {
            assertThat(isEnglish(CHINESE.say(problem.what())))
                    .as(CHINESE.say(problem.what()))
                    .isFalse();
            Message advice = problem.advice();
            assertThat(advice != null && isEnglish(CHINESE.say(advice)))
                    .as(String.valueOf(advice))
                    .isFalse();
        });
    }

    /** Returns whether a text contains an English word outside names, quotations, paths and codes. */
    private static boolean isEnglish(String text) {
        return Arrays.stream(NAME.matcher(text).replaceAll(" ").split("[\\s,;]+|[^\\x00-\\x7F]+", -1))
                .anyMatch(
                        word -> WORD.matcher(word).find() && !CODE.matcher(word).matches());
    }
}
