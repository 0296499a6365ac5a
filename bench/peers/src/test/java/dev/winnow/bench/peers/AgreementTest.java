package dev.winnow.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every engine of the comparison gives the same findings as winnow, rule by rule, for every pair of a small universe.
 */
class AgreementTest {

    private static final int PROJECTS = 240;
    private static final Comparison COMPARISON = Comparison.of(Path.of("..", ".."), PROJECTS, 30);
    private static final Agreement AGREEMENT = new Agreement(Screener.of(RulePack.load(COMPARISON.pack()))
            .open(COMPARISON.universe())
            .result());

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"FUSED", "PHREAK"})
    void givesTheFindingsOfWinnow(Engine engine) {
        assertThatCode(() -> AGREEMENT.check(engine.label().title(), judged(engine.peer())))
                .doesNotThrowAnyException();
    }

    @Test
    void theUniverseTriesEachRule() {
        TreeSet<String> never = new TreeSet<>();
        for (Rule rule : Rule.all()) {
            never.addAll(List.of(rule.id() + " cannot hold", rule.id() + " may hold", rule.id() + " holds"));
        }
        for (Judgement judgement : judged(new HandWritten())) {
            for (Rule rule : Rule.all()) {
                Finding finding = judgement.finding(rule);
                never.remove(
                        rule.id() + (finding == null ? " cannot hold" : finding.certain() ? " holds" : " may hold"));
            }
        }
        // No generated figure is 0.
        assertThat(never).containsExactly("generations-shipped cannot hold");
    }

    @Test
    void aDifferenceIsReportedWithEnginePairAndRule() {
        Peer<Candidate, Rows> forgetful = new Peer<>() {
            private final HandWritten byHand = new HandWritten();

            @Override
            public Candidate project(Candidate candidate) {
                return candidate;
            }

            @Override
            public Rows city(Town town) {
                return byHand.city(town);
            }

            @Override
            public Findings findings(Candidate candidate, Rows city) {
                Findings findings = new Findings();
                for (Rule rule : Rule.all()) {
                    if (!rule.id().equals("extends-chain")
                            || !candidate.project().id().equals("p7")) {
                        findings.add(byHand.findings(candidate, city).of(rule));
                    }
                }
                return findings;
            }
        };

        assertThatThrownBy(() -> AGREEMENT.check("Forgetful", judged(forgetful)))
                .hasMessageMatching("Forgetful, p7 in c\\d: rule `extends-chain` cannot hold, and winnow says: "
                        + "(does|may) hold, .* to 20.0000 points");
    }

    private static List<Judgement> judged(Peer<?, ?> peer) {
        return Round.of(peer, COMPARISON.facts(), COMPARISON.projects(PROJECTS));
    }
}
