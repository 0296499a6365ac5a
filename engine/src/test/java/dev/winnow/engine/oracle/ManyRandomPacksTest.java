package dev.winnow.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Explained;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.engine.internal.score.MissingByTrees;
import dev.winnow.engine.internal.walk.Walker;
import dev.winnow.engine.oracle.RandomUniverses.Size;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.model.Thorough;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Undetermined;
import dev.winnow.model.source.Sha256;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Fraction;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * For random packs, the engine's results equal those of walking the syntax trees, to the character: scores, reasons,
 * questions, and the missing facts of each open rule. {@code -Dwinnow.packs=5000} draws 5,000 packs and prints a digest
 * of all results, by which two commits can be compared.
 */
class ManyRandomPacksTest {

    private static final String COUNT = "winnow.packs";
    private static final int PACKS = Integer.getInteger(COUNT, Thorough.count(40, 400));

    /** Not among the seeds of {@code JoinOnRandomPacksTest}. */
    private static final int FIRST = 1_000;

    @TempDir
    private Path folder;

    @Test
    void joinEvaluatorAndWalkerAgree() {
        List<String> digests = LongStream.range(FIRST, FIRST + PACKS)
                .parallel()
                .mapToObj(this::digest)
                .toList();
        String digest = Sha256.of(String.join("\n", digests));
        if (Integer.getInteger(COUNT) != null) {
            System.out.printf("%d random packs: %s%n", PACKS, digest);
        }
        assertThat(digests).doesNotHaveDuplicates();
    }

    /** Digest of the results for a random pack in a random universe. */
    private String digest(long number) {
        Declarations declared = Declarations.parse(RandomVocabulary.yaml(number));
        RulePack pack = RandomPacks.draw(number, declared, folder.resolve("pack-" + number));
        Universe universe =
                RandomUniverses.draw(number, Size.SMALL, Words.of(declared)).universe();
        Explained screening = Explained.of(Screener.of(pack), universe);

        assertThat(Explained.of(Screener.walking(pack), universe))
                .as("pack %d, walked", number)
                .isEqualTo(screening);
        open(number, pack, universe, screening);
        // Identity hash codes differ between runs.
        return Sha256.of((screening.screening() + "\n" + screening.pairs()).replaceAll("@[0-9a-f]+", "@"));
    }

    private static void open(long number, RulePack pack, Universe universe, Explained screening) {
        Map<String, CheckedRule> rules =
                pack.checkedRules().stream().collect(Collectors.toMap(CheckedRule::id, Function.identity()));
        Facts facts = universe.with(pack.vocabulary()).inHindsight(universe.asOf());
        for (Explanation explanation : screening.pairs()) {
            Assessment one = explanation.assessment();
            String own = facts.present(one.project(), one.city()) ? one.project() : null;
            EvaluationContext context = EvaluationContext.of(
                    facts,
                    Objects.requireNonNull(facts.city(one.city())),
                    pack.limitTable().on(facts.asOf()),
                    own);
            for (Undetermined open : explanation.undetermined()) {
                CheckedRule rule = Objects.requireNonNull(rules.get(open.rule()));
                Walker walk = Walker.walk(
                        rule, context, Objects.requireNonNull(facts.project(one.project())), Walker.Watch.NONE);
                RuleOutcome outcome =
                        RuleOutcome.of(rule, Fraction.of(rule.rule().points()), walk.certain(), walk.possible());
                assertThat(open.missing())
                        .as("pack %d, %s of %s in %s", number, rule.id(), one.project(), one.city())
                        .containsExactlyElementsOf(MissingByTrees.of(
                                outcome, context, Objects.requireNonNull(facts.project(one.project()))));
            }
        }
    }
}
