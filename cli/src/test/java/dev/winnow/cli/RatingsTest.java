package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.PackCopy;
import dev.winnow.console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ratings of the pack battery-review, as analysts write them in tables, answers and options. */
class RatingsTest {

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Run run(String command, Path file) {
        return Run.winnow(command, file.toString(), "-u", "illustrative", "-r", "battery-review");
    }

    @Test
    void cellsHoldLevelsByNumberOrName() throws IOException {
        Path table = file("candidates.csv", """
            id,name,团队实力,process maturity
            one,One,4,pilot
            two,Two,4分（满分5分）,量产
            three,Three,3-4,2
            four,Four,7,labratory
            five,Five,3.5,strong
            """);
        Path taken = folder.resolve("taken.yaml");

        Run run = Run.winnow("import", table.toString(), "-u", "illustrative", "-o", taken.toString());

        assertThat(run.out())
                .contains(
                        "5:3: `7` is outside the scale from 1 to 5; the nearest level is `5`",
                        "5:4: `labratory` is not a level from 1 to 3; did you mean `laboratory`?",
                        "6:3: `3.5` is between two levels; did you mean `3` or `4`?",
                        "6:4: `strong` is not a level from 1 to 3; it is one of `laboratory`, `pilot plant`, `production`")
                .contains("Taken: 3 projects.");
        assertThat(Files.readString(taken)).contains("teamStrength: 3-4", "processMaturity: 量产");
    }

    @Test
    void answersOnRatingsAreTakenOrRefusedWithTheNearestLevel() throws IOException {
        Path answers = file("answers.csv", """
            question,answer,source,date,answered by,fact,of
            ,4 of 5,panel,2025-12-01,chair,project.teamStrength,bigcell
            ,4 of 7,panel,2025-12-01,chair,project.teamStrength,thinfilm
            ,storng,panel,2025-12-01,chair,project.processMaturity,plaincell
            """);

        Run run = run("answers", answers);

        assertThat(run.out())
                .contains("answers taken: 1, rows refused: 2")
                .contains("the project’s team strength: 4 of 5");
        assertThat(run.err())
                .contains(
                        "3:2: `4 of 7` is on another scale",
                        "write a level from 1 to 5",
                        "4:2: `storng` is not a level from 1 to 3");
    }

    @Test
    void anUnknownRatingIsAskedForOnlyWhereItsScaleLeavesTheRuleOpen() throws IOException {
        Path candidate = file("one.yaml", """
            projects:
              - {id: one, name: One, track: batteries, links: [cell], fundingNeed: 100 mn yuan, yieldRate: 95 %}
            """);
        Path pack = PackCopy.of("battery-review", folder).folder();
        Path limits = pack.resolve("limits.yaml");
        Files.writeString(limits, Files.readString(limits).replace("value: production", "value: laboratory"));

        String memo = Run.winnow(
                        "explain", candidate.toString(), "alderbay", "-u", "illustrative", "-r", pack.toString())
                .out();

        assertThat(memo)
                .contains("Its process is rated an unknown; a\n          proven process: 1 of 3 (laboratory)")
                .contains("Its process has run in a pilot plant at least (30 points of Process)");
    }
}
