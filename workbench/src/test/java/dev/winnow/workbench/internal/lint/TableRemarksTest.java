package dev.winnow.workbench.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Bakery;
import dev.winnow.language.internal.pack.Check;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Remarks on tables, with their exact texts, and tables without remarks. */
class TableRemarksTest {

    @TempDir
    Path folder;

    private Bakery bakery;

    @BeforeEach
    void copy() {
        bakery = Bakery.in(folder);
        bakery.write("limits.yaml", bakery.text("limits.yaml") + """
              - {id: low, values: [{value: 40 %, source: almanac § 7}]}
              - {id: middle, values: [{value: 60 %, source: almanac § 7}]}
              - {id: high, values: [{value: 80 %, source: almanac § 7}]}
            """);
    }

    /** Adds a table over the yield rate. */
    private void table(String condition, String... rows) {
        bakery.write(
                "money.drl",
                bakery.text("money.drl")
                        + """

                        rule "yield"
                          @title("It bakes without waste")  @source("almanac § 9")
                          @table(
                            %s
                          )
                        when
                          Limit( $from : value )
                          %s
                          Project( %s )
                        then
                          card.award("It bakes without waste");
                        end
                        """.formatted(
                                        String.join("\n    ", rows),
                                        condition.contains("$under") ? "Limit( $under : value )" : "",
                                        condition));
    }

    private List<String> said(Check... checks) {
        String prefix = bakery.folder().toString().replace('\\', '/') + "/";
        return Lint.remarks(bakery.draft()).stream()
                .filter(remark -> List.of(checks).contains(remark.check()))
                .map(remark -> remark.check().code() + " "
                        + remark.problem().toString().replace(prefix, ""))
                .toList();
    }

    private List<String> ofBands() {
        return said(Check.BAND_GAP, Check.BAND_OVERLAP);
    }

    @Test
    void bandsThatFollowEachOther() {
        table(
                "yieldRate >= $from, yieldRate < $under",
                "rule    | $from    | $under   | points",
                "\"worst\" | -        | \"low\"    | 1",
                "\"bad\"   | \"low\"    | \"middle\" | 10",
                "\"good\"  | \"middle\" | \"high\"   | 20",
                "\"best\"  | \"high\"   | -        | 40");

        assertThat(ofBands()).isEmpty();
        assertThat(said(Check.NEVER_FIRES, Check.IMPLIED, Check.UNUSED_BINDING, Check.DEAD_CONDITION))
                .isEmpty();
    }

    @Test
    void bandsThatFollowEachOtherDownwards() {
        table(
                "yieldRate > $from, yieldRate <= $under",
                "rule   | $from    | $under   | points",
                "\"best\" | \"middle\" | \"high\"   | 20",
                "\"bad\"  | \"low\"    | \"middle\" | 10");

        assertThat(ofBands()).isEmpty();
    }

    @Test
    void aGap() {
        table(
                "yieldRate >= $from, yieldRate < $under",
                "rule   | $from  | $under | points",
                "\"bad\"  | -      | \"low\"  | 10",
                "\"best\" | \"high\" | -      | 20");

        assertThat(ofBands()).containsExactly("""
            band-gap money.drl:24:14: no row covers figures between 40 % and 80 %
               |   "best" | "high" | -      | 20
               |            ^^^^^^ begin each band where the lower one ends\
            """);
    }

    @Test
    void aGapOfOneFigure() {
        table(
                "yieldRate > $from, yieldRate < $under",
                "rule   | $from | $under | points",
                "\"bad\"  | -     | \"low\"  | 10",
                "\"best\" | \"low\" | -      | 20");

        assertThat(ofBands()).containsExactly("""
            band-gap money.drl:24:14: no row covers 40 %
               |   "best" | "low" | -      | 20
               |            ^^^^^ use `>=` for the beginning and `<` for the end\
            """);
    }

    @Test
    void anOverlap() {
        table(
                "yieldRate >= $from, yieldRate < $under",
                "rule   | $from | $under   | points",
                "\"bad\"  | -     | \"middle\" | 10",
                "\"best\" | \"low\" | \"high\"   | 20");

        assertThat(ofBands()).containsExactly("""
            band-overlap money.drl:24:14: this row and the row above both cover figures from 40 % to 60 %
               |   "best" | "low" | "high"   | 20
               |            ^^^^^ begin each band where the lower one ends\
            """);
    }

    @Test
    void anOverlapOfOneFigure() {
        table(
                "yieldRate >= $from, yieldRate <= $under",
                "rule   | $from    | $under   | points",
                "\"bad\"  | \"low\"    | \"middle\" | 10",
                "\"best\" | \"middle\" | \"high\"   | 20");

        assertThat(ofBands()).containsExactly("""
            band-overlap money.drl:24:14: this row and the row above both cover 60 %
               |   "best" | "middle" | "high"   | 20
               |            ^^^^^^^^ use `>=` for the beginning and `<` for the end\
            """);
    }

    @Test
    void aMissingEdgeBetweenBands() {
        table(
                "yieldRate >= $from, yieldRate < $under",
                "rule   | $from    | $under   | points",
                "\"bad\"  | \"low\"    | -        | 10",
                "\"best\" | \"middle\" | \"high\"   | 20");

        assertThat(ofBands()).containsExactly("""
            band-overlap money.drl:24:14: this row overlaps the row above: one of them has no end on that side
               |   "best" | "middle" | "high"   | 20
               |            ^^^^^^^^ begin each band where the lower one ends\
            """);
    }

    @Test
    void rowsOfAnotherWordAreOtherBands() {
        table(
                "yieldRate >= $from, $scale : claimsScale",
                "rule    | $from    | $scale | points",
                "\"small\" | \"high\"   | false  | 10",
                "\"large\" | \"high\"   | true   | 20",
                "\"huge\"  | \"middle\" | true   | 15");

        assertThat(ofBands()).isEmpty();
    }

    @Test
    void aRowWithOneEdgeThatNeverCounts() {
        table("yieldRate >= $from", "rule   | $from  | points", "\"bad\"  | \"low\"  | 20", "\"best\" | \"high\" | 10");

        assertThat(said(Check.IMPLIED)).containsExactly("""
            implied money.drl:24:5: wherever rule `best` holds, `bad` holds too, and their family counts the larger one
               |   "best" | "high" | 10
               |   ^^^^^^ remove or change one of them\
            """);
        assertThat(ofBands()).isEmpty();
    }

    @Test
    void aRemarkIsAcceptedOfItsRow() {
        table(
                "yieldRate >= $from, yieldRate < $under",
                "rule   | $from  | $under | points",
                "\"bad\"  | -      | \"low\"  | 10",
                "\"best\" | \"high\" | -      | 20");
        bakery.write(
                "pack.yaml",
                bakery.text("pack.yaml")
                        + "\naccept: [{check: band-gap, rule: best, why: the middle earns nothing}]\n");

        assertThat(ofBands()).isEmpty();
        assertThat(said(Check.IDLE_ACCEPT)).isEmpty();
    }

    @Test
    void aTitleAndAReasonInChineseAreSharedByTheRows() {
        table("yieldRate >= $from", "rule   | $from  | points", "\"bad\"  | \"low\"  | 10", "\"best\" | \"high\" | 20");
        bakery.write("zh.yaml", "rules: {yield: {title: 少浪费, reason: 少浪费}}\n");

        assertThat(said(Check.UNTRANSLATED)).noneMatch(remark -> remark.contains("`bad`") || remark.contains("`best`"));

        bakery.write("zh.yaml", "rules: {yield: {title: 少浪费}, best: {reason: 浪费很少}}\n");
        assertThat(said(Check.UNTRANSLATED)).anyMatch(remark -> remark.contains("zh.yaml lacks rule `bad`"));
    }

    @Test
    void aSharedReasonInChineseHasThePlacesOfTheRule() {
        table("yieldRate >= $from", "rule   | $from  | points", "\"bad\"  | \"low\"  | 10", "\"best\" | \"high\" | 20");
        bakery.write("zh.yaml", "rules: {yield: {title: 少浪费, reason: 少浪费%s}}\n");

        assertThat(said(Check.MISTRANSLATED))
                .singleElement()
                .asString()
                .contains("the reason of `yield` has 0 `%s`, but its translation has 1");
    }
}
