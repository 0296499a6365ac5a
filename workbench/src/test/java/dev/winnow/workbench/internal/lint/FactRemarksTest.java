package dev.winnow.workbench.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.language.internal.pack.Check;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Remarks on the facts that a pack declares. */
class FactRemarksTest {

    @TempDir
    Path folder;

    private RemarkedBakery bakery;

    @BeforeEach
    void copy() {
        bakery = RemarkedBakery.in(folder);
    }

    private List<String> unread() {
        return Lint.remarks(bakery.files().draft()).stream()
                .filter(remark -> remark.check() == Check.UNREAD_FACT)
                .map(Remark::id)
                .toList();
    }

    @Test
    void aDeclaredFactThatNoRuleReads() {
        assertThat(unread()).contains("project.cidm").doesNotContain("project.investment");
    }

    @Test
    void aFactCountsAsReadOnceARuleReadsIt() {
        bakery.note("cidm", "Project( cidm == true )");

        assertThat(unread()).doesNotContain("project.cidm");
    }

    @Test
    void anOwnerMayAcceptIt() {
        bakery.files().edit("pack.yaml", "thresholds:", """
            accept: [{check: unread-fact, fact: project.cidm, why: the register keeps it}]
            thresholds:""");

        assertThat(unread()).doesNotContain("project.cidm");
    }
}
