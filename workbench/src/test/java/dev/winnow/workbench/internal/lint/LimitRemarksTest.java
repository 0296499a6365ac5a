package dev.winnow.workbench.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Remarks on limits and on the sources of numbers. */
class LimitRemarksTest {

    @TempDir
    Path folder;

    private RemarkedBakery bakery;

    @BeforeEach
    void copy() {
        bakery = RemarkedBakery.in(folder);
    }

    @Test
    void anUnreadLimit() {
        bakery.limit("spare", "{value: 3, source: almanac § 7}");

        assertThat(bakery.said()).containsExactly("""
            unread-limit limits.yaml:10:9: no rule reads limit `spare`
               |   - id: spare
               |         ^^^^^ remove it, or write `Limit( id == "spare", $min : value )` in a rule\
            """);
    }

    @Test
    void sourcesInNameOnly() {
        bakery.files()
                .edit("limits.yaml", "source: almanac § 1", "source: TBD")
                .edit("demand.drl", "@source(\"almanac § 1\")", "@source(\"n/a\")");

        assertThat(bakery.said()).containsExactly("""
            uncited demand.drl:9:6: the source of rule `market-at-scale` is `n/a`, which names no source
               |   rule "market-at-scale"
               |        ^^^^^^^^^^^^^^^^^ name its source, or who chose it: `@source("…")`\
            """, """
            uncited limits.yaml:2:9: the source of limit `large-market` is `TBD`, which names no source
               |   - id: large-market
               |         ^^^^^^^^^^^^ name its source, or write `assumed: true` with a `reason`\
            """);
    }

    @Test
    void aReasonInNameOnly() {
        bakery.files()
                .edit("limits.yaml", "reason: the almanac names three", "reason: Cafés that make a full first market");

        assertThat(bakery.said()).containsExactly("""
            assumed-without-reason limits.yaml:5:9: the reason for assuming limit `several-users` is `Cafés that make a full first market`, which says nothing
               |   - id: several-users
               |         ^^^^^^^^^^^^^ give a reason for this number\
            """);
    }

    @Test
    void aStopOnAnAssumedLimit() {
        bakery.rule(
                "sense",
                "stop",
                "",
                "card.knockOut(\"No\");",
                "Limit( id == \"several-users\", $min : value )",
                "Project()",
                "accumulate( LeadUser(); $count : count(1); $count < $min )");

        assertThat(bakery.said()).containsExactly("""
            assumed-knock-out limits.yaml:5:9: limit `several-users` is assumed, but `stop` stops candidates by it
               |   - id: several-users
               |         ^^^^^^^^^^^^^ find a source, or make it a red flag\
            """);
    }
}
