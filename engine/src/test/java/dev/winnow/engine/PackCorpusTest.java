package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.language.internal.check.Law;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.language.internal.pack.TextGuard;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.language.internal.syntax.RuleFile;
import dev.winnow.language.internal.syntax.RuleParser;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.AllocationLimit;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.source.Foreign;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Unit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rule files written against the parser: some attempt to escape or to exhaust resources, others use more of DRL than a
 * pack may. All are rejected with a message and little effort, before anything is compiled or evaluated.
 */
class PackCorpusTest {

    private static final Path CORPUS = Bakery.RESOURCES.resolve("corpus");

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isRefused(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        assertThat(problems(String.valueOf(file.getFileName()), text))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(Foreign.in(problem)).isEmpty());
    }

    @Test
    void oneLineOfTwoMegabytesIsRejected() {
        String line = "  Project( name == \"" + "x".repeat(2_000_000) + "\" )\n";
        assertThat(problems("line.drl", "package p.line\nrule \"long\"\nwhen\n" + line + "then\nend\n"))
                .extracting(Problem::toString)
                .containsExactly(
                        "line.drl:4: the line is longer than 2,000 characters\n" + "   | break it into several lines");
    }

    @Test
    void fiftyThousandRulesAreRejected() {
        String header = "package pack.criterion\n"
                + "import dev.winnow.model.*\n"
                + "import dev.winnow.engine.*\n"
                + "global Scorecard card\n";
        StringBuilder good = new StringBuilder(header);
        StringBuilder bad = new StringBuilder(header);
        for (int i = 0; i < 50_000; i++) {
            String rest = "when Project() then card.note(\"x\"); end\n";
            good.append("rule \"r")
                    .append(i)
                    .append("\" @title(\"T\") @source(\"S\") ")
                    .append(rest);
            bad.append("rule \"r").append(i).append("\" ").append(rest);
        }
        assertThat(problems("many.drl", good.toString()))
                .extracting(problem -> problem.what().toString())
                .containsExactly("the file has more than 500 rules");
        assertThat(problems("many.drl", bad.toString()))
                .hasSizeLessThan(300)
                .extracting(problem -> problem.what().toString())
                .contains("too many mistakes; the rest of the file is not checked");
    }

    @Test
    void oneHundredThousandBracketsAreRejected() {
        for (String bracket : List.of("(", ")", "[", "{", "!(", "not(", "accumulate(", "((a == 1) && ")) {
            StringBuilder text = new StringBuilder("package p.deep\nrule \"deep\"\nwhen\n  Project( ");
            for (int i = 0; i < 100_000; i++) {
                text.append(bracket).append(i % 50 == 49 ? "\n" : "");
            }
            assertThat(problems("deep.drl", text.toString())).as(bracket).isNotEmpty();
        }
    }

    private static List<Problem> problems(String name, String raw) {
        // 50,000 rules allocate 2,000 MB; without the checks allocation would be unbounded.
        return AllocationLimit.megabytes(4_000, () -> {
            List<Problem> problems = new ArrayList<>();
            String text = TextGuard.check(name, raw, problems);
            if (text != null) {
                RuleFile file = new RuleFile(name, "criterion", text, problems);
                LimitTable limits = LimitTable.read(null, Unit.MONEY, List.of(), problems);
                for (PackRule rule : RuleParser.parse(file, "pack.criterion").rules()) {
                    Law.check(file, rule, FactTypes.of(ShippedFacts.VOCABULARY), limits, Set.of());
                }
            }
            return problems;
        });
    }
}
