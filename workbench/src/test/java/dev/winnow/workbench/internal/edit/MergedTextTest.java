package dev.winnow.workbench.internal.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Merging the changes of two authors. */
class MergedTextTest {

    private static final String BASE = "a\nb\nc\nd\ne\n";

    @Test
    void changesOfDifferentLinesAreBothKept() {
        assertThat(MergedText.of(BASE, "A\nb\nc\nd\ne\n", "a\nb\nc\nd\ne\nf\n"))
                .isEqualTo(new MergedText("A\nb\nc\nd\ne\nf\n", 0));
    }

    @Test
    void removedLinesStayRemoved() {
        assertThat(MergedText.of(BASE, "a\nc\nd\ne\n", "a\nb\nc\ne\n")).isEqualTo(new MergedText("a\nc\ne\n", 0));
    }

    @Test
    void theSameChangeOfBothIsNoOverlap() {
        assertThat(MergedText.of(BASE, "a\nB\nc\nd\ne\n", "a\nB\nc\nd\ne\n"))
                .isEqualTo(new MergedText("a\nB\nc\nd\ne\n", 0));
    }

    @Test
    void ofDifferentChangesOfALineTheFirstIsKept() {
        assertThat(MergedText.of(BASE, "a\nB\nc\nd\ne\n", "a\nX\nc\nd\nE\n"))
                .isEqualTo(new MergedText("a\nB\nc\nd\nE\n", 1));
    }

    @Test
    void anUnchangedVersionTakesTheOther() {
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            String base = text(random);
            String other = text(random);
            assertThat(MergedText.of(base, base, other)).isEqualTo(new MergedText(other, 0));
            assertThat(MergedText.of(base, other, base)).isEqualTo(new MergedText(other, 0));
        }
    }

    @Test
    void veryLongTextsAreNotAligned() {
        String old = "a\n" + "b\n".repeat(3000) + "c\n";
        String mine = "a\n" + "x\n".repeat(3000) + "c\n";
        assertThat(MergedText.of(old, mine, old + "d\n")).isEqualTo(new MergedText(mine + "d\n", 0));
    }

    private static String text(Random random) {
        List<String> lines = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            lines.add(String.valueOf((char) ('a' + random.nextInt(3))));
        }
        return String.join("\n", lines);
    }
}
