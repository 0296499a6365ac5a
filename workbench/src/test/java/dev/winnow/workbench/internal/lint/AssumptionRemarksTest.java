package dev.winnow.workbench.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Remarks on the assumptions of a pack. */
class AssumptionRemarksTest {

    @TempDir
    Path folder;

    private RemarkedBakery bakery;

    @BeforeEach
    void copy() {
        bakery = RemarkedBakery.in(folder);
    }

    @Test
    void anAssumptionThatNoRuleReads() {
        bakery.files().write("assumptions.yaml", """
            assumptions:
              - {fact: project.childCarePlan, value: true, reason: most bakers have one}
            """);

        assertThat(bakery.said()).containsExactly("""
            unread-assumption assumptions.yaml:2:12: no rule reads `project.childCarePlan`, so the assumption has no effect
               |   - {fact: project.childCarePlan, value: true, reason: most bakers have one}
               |            ^^^^^^^^^^^^^^^^^^^^^ remove it, or write the rule\
            """);
    }

    @Test
    void anAssumptionForNoReason() {
        bakery.files().write("assumptions.yaml", """
            assumptions:
              - {fact: city.demands, nothing-unlisted: true, reason: tbd}
            """);

        assertThat(bakery.said()).containsExactly("""
            unreasoned-assumption assumptions.yaml:2:12: the reason for assuming `city.demands` is `tbd`, which says nothing
               |   - {fact: city.demands, nothing-unlisted: true, reason: tbd}
               |            ^^^^^^^^^^^^ give the reason for this assumption\
            """);
    }

    @Test
    void anAssumptionThatStopsByItself() {
        bakery.rule(
                "sense",
                "too-slow",
                "",
                "card.redFlag(\"It takes %s years\", $years);",
                "Limit( id == \"several-users\", $most : value )",
                "Project( yearsToFirstProduct > $most, $years : yearsToFirstProduct )");
        bakery.files().write("assumptions.yaml", """
            assumptions:
              - {fact: project.yearsToFirstProduct, where: {track: bread}, value: 4–6, reason: ovens take time}
              - {fact: project.yearsToFirstProduct, value: 1–2, reason: the rest takes little}
            """);

        assertThat(bakery.said()).contains("""
            assumed-stop assumptions.yaml:2:12: `project.yearsToFirstProduct` is assumed to be 4–6, which alone triggers `too-slow` by its limit `several-users`
               |   - {fact: project.yearsToFirstProduct, where: {track: bread}, value: 4–6, reason: ovens take time}
               |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ change the assumption, or accept this with a reason\
            """).noneMatch(said -> said.startsWith("assumed-stop assumptions.yaml:3"));
    }
}
