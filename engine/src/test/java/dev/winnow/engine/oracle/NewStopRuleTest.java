package dev.winnow.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Screener;
import dev.winnow.engine.oracle.RandomUniverses.Size;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.model.universe.Universe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Adding a red flag or a knock-out to a pack never improves a verdict. */
class NewStopRuleTest {

    private static final int UNIVERSES = 250;

    private static final String REPEATS = "Project( $links : links )\n  Presence( link memberOf $links, held == true )";
    private static final String UNWANTED =
            "Project( $markets : endMarkets )\n  not Demand( endMarket memberOf $markets )";
    private static final String UNFUNDED = """
        Project( $cost : investment, fundingNeed > 0 )
          accumulate( Fund( $left : available ); $sum : sum($left); $sum < $cost )\
        """;

    /** A red flag or knock-out. */
    private record Stop(String verb, String conditions) {}

    private static final List<Stop> STOPS = List.of(
            new Stop("redFlag", REPEATS),
            new Stop("knockOut", UNWANTED),
            new Stop("redFlag", UNFUNDED),
            new Stop("knockOut", UNFUNDED));

    /**
     * Creates packs that each have one rule more than the previous one; no verdict may improve along the sequence. They
     * have two criteria, because fewer rules compile faster.
     */
    private static List<Path> grow(Path folder) throws IOException {
        Path base = folder.resolve("dense");
        Files.createDirectories(base.resolve("cases"));
        for (String file :
                List.of("pack.yaml", "vocabulary.yaml", "limits.yaml", "worth.drl", "money.drl", "order.drl")) {
            Files.copy(Packs.dense().resolve(file), base.resolve(file));
        }
        for (String file : List.of("cases/worth.yaml", "cases/money.yaml")) {
            Files.copy(Packs.dense().resolve(file), base.resolve(file));
        }
        Files.writeString(base.resolve("cases/order.yaml"), "cases:\n");
        Packs.edit(base.resolve("pack.yaml"), "  - {id: demand, title: Demand, side: project, weight: 45}\n", "");
        Packs.edit(base.resolve("pack.yaml"), "  - {id: place, title: Place, side: project, weight: 25}\n", "");
        Packs.edit(base.resolve("pack.yaml"), "  - {id: talent, title: Talent, side: project, weight: 10}\n", "");
        Packs.edit(base.resolve("pack.yaml"), "  - {id: chain, title: Chain, side: city, weight: 35}\n", "");
        Packs.edit(base.resolve("pack.yaml"), "order: [demand >= place]\n", "");
        String order = Files.readString(base.resolve("order.drl"));
        Files.writeString(base.resolve("order.drl"), order.substring(0, order.indexOf("rule \"")));
        append(base, 0, new Stop("note", "Project( $links : links )"));
        List<Path> packs = new ArrayList<>(List.of(base));
        for (int i = 0; i < STOPS.size(); i++) {
            Path next = Packs.copy(packs.get(i), Files.createDirectories(folder.resolve("step-" + i)));
            append(next, i + 1, STOPS.get(i));
            packs.add(next);
        }
        return packs;
    }

    /** Adds a rule with the cases that a pack requires: one per outcome. */
    private static void append(Path pack, int number, Stop stop) throws IOException {
        String rule = """

            rule "stop-%d"
              @title("A reason to stop")
              @source("survey § 9")
            when
              %s
            then
              card.%s("stop");
            end
            """.formatted(number, stop.conditions(), stop.verb());
        Files.writeString(pack.resolve("order.drl"), rule, StandardOpenOption.APPEND);
        for (String outcome : List.of("fires", "does not fire", "cannot say")) {
            String example = "  - {case: stop-%d %s, rule: stop-%d, given: {project: {}}, expect: %s}%n"
                    .formatted(number, outcome, number, outcome);
            Files.writeString(pack.resolve("cases/order.yaml"), example, StandardOpenOption.APPEND);
        }
    }

    @Test
    void aNewStopRuleNeverImprovesAVerdict(@TempDir Path folder) throws IOException {
        List<Screener> screeners = grow(folder).stream().map(Packs::screener).toList();
        List<String> improved = new ArrayList<>();
        Set<VerdictReason> seen = EnumSet.noneOf(VerdictReason.class);
        int changed = 0;

        for (long seed = 0; seed < UNIVERSES; seed++) {
            Universe universe = RandomUniverses.draw(90_000 + seed, Size.SMALL).universe();
            Screening before = screeners.get(0).screen(universe);
            for (Screener screener : screeners) {
                Screening after = screener.screen(universe);
                for (Assessment one : before.assessments()) {
                    Assessment other = SoundnessTest.find(one, after);
                    seen.add(other.because());
                    changed += one.verdict() == other.verdict() ? 0 : 1;
                    if (other.verdict().compareTo(one.verdict()) < 0) {
                        improved.add("seed " + seed + ": " + one.project() + " was " + one.verdict() + " and became "
                                + other.verdict());
                    }
                }
                before = after;
            }
        }

        assertThat(improved).isEmpty();
        assertThat(changed).as("verdicts that changed").isPositive();
        assertThat(seen)
                .as("reasons seen")
                .contains(VerdictReason.KNOCK_OUT, VerdictReason.RED_FLAG, VerdictReason.KNOCK_OUT_OPEN);
        assertThat(Verdict.RECOMMEND.compareTo(Verdict.DECLINE)).isNegative();
    }
}
