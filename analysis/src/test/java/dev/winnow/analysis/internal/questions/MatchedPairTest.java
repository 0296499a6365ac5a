package dev.winnow.analysis.internal.questions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.result.Screening;
import dev.winnow.model.universe.Universe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchedPairTest {

    private static final RulePack PACK = RulePack.load(Path.of("../rules/semiconductor"));

    private static Screening screened(Path... paths) {
        return ScreeningRequest.of(PACK, Universe.read(PACK.vocabulary(), paths))
                .open()
                .screening();
    }

    @Test
    void aPairIsTheSameAfterALaterAnswer(@TempDir Path folder) throws IOException {
        Path seeds = Path.of("../seeds/semiconductor");
        Path answer = Files.writeString(
                folder.resolve("answers.yaml"),
                "answers: [{project: wuyuan, fact: project.coInvestors, value: [Haier], asOf: 2026-06-30,"
                        + " source: a letter}]\n");
        Screening before = screened(seeds);
        Screening after = screened(seeds, answer);
        List<MatchedPair> pairs = MatchedPair.of(before.assessments(), after.assessments());
        assertThat(pairs).hasSameSizeAs(after.assessments()).allSatisfy(pair -> {
            assertThat(pair.before().project()).isEqualTo(pair.after().project());
            assertThat(pair.before().city()).isEqualTo(pair.after().city());
            assertThat(pair.before().asOf()).isBefore(pair.after().asOf());
        });
    }
}
