package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import dev.winnow.console.terminal.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An ambiguous heading for a fact that a knock-out or a criterion depends on is asked about. */
class DoubtfulHeadingsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "Customers, Haier, committedBuyers",
        "Buyers, Haier, committedBuyers",
        "Joint project, yes, consortium",
        "有无国资背景, 有, publicBacking",
        "关联企业数, 12, linkedFirms",
        "年营收（亿元）, 3, annualOutput",
        "需求, demand, needs",
        "开工日期, 2025-03-01, milestones.landed",
        "开工时间, 2025年3月, milestones.landed"
    })
    void ambiguousHeadingsAreRefusedWithTheirOptions(String heading, String cell, String fact) throws IOException {
        isAskedAbout("semiconductor", heading, cell, fact);
    }

    @Test
    void aSubsidyHeadingMayMeanRequestedOrGranted() throws IOException {
        isAskedAbout("chips-act", "补贴（亿美元）", "3", "directFunding");
    }

    @Test
    void aNumberOfStaffMayBeTheNeedOfADataCentre() throws IOException {
        isAskedAbout("data-centre", "就业人数", "40", "staffNeed");
    }

    @Test
    void factsOfOtherPacksAreNotOffered() throws IOException {
        Path list =
                Files.writeString(folder.resolve("list.csv"), "Project,Owner,IT laod,Yeild rate\nOne,Haier,30,0.9\n");

        Run semiconductor = Run.winnow("import", "-r", "semiconductor", "-u", "semiconductor", list.toString());
        Run dataCentre = Run.winnow("import", "-r", "data-centre", "-u", "data-centre", list.toString());

        assertThat(semiconductor.err()).contains("it may mean `yieldRate`").doesNotContain("itLoad");
        assertThat(semiconductor.out()).contains("IT laod     not taken: not known");
        assertThat(dataCentre.err()).contains("it may mean `itLoad`").doesNotContain("yieldRate");
        assertThat(dataCentre.out()).contains("Yeild rate  not taken: not known");
    }

    private void isAskedAbout(String pack, String heading, String cell, String fact) throws IOException {
        Path list = Files.writeString(
                folder.resolve("list.csv"), "Project,Owner," + heading + "\nOne,Haier," + cell + "\n");

        Run asked = Run.winnow("import", "-r", pack, "-u", pack, list.toString());
        Run told = Run.winnow("import", "-r", pack, "-u", pack, list.toString(), "--map", heading + "=" + fact);
        Run left = Run.winnow("import", "-r", pack, "-u", pack, list.toString(), "--map", heading + "=-");

        assertThat(asked.err())
                .contains("--map \"" + heading + "=" + fact + "\"`, or `--map \"" + heading
                        + "=-\"` to leave the column out");
        assertThat(asked.exit()).isEqualTo(Exit.PROBLEMS);
        assertThat(told.exit()).as(told.out() + told.err()).isEqualTo(Exit.DONE);
        assertThat(left.exit()).isEqualTo(Exit.DONE);
    }

    @Test
    void headingsOfAnotherPackAreUnknownToTheNamedOne(@TempDir Path lists) throws IOException {
        String list = Files.writeString(lists.resolve("list.csv"), "name,IT load (MW)\nA,12\n")
                .toString();

        assertThat(Run.winnow("import", "-r", "battery", list).out()).contains("IT load (MW)  not taken: not known\n");
        assertThat(Run.winnow("import", "-r", "data-centre", list).out()).contains("IT load (MW)  → itLoad (IT load)");
        assertThat(Run.winnow("import", list).out()).contains("IT load (MW)  → itLoad (IT load)");
    }
}
