package dev.winnow.bench;

import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import dev.winnow.model.universe.Universe;
import org.openjdk.jmh.infra.Blackhole;

/** The two ways in which benchmarks read a screening. */
final class Reading {

    private Reading() {}

    /** Reads both passes: scores, verdicts and ranks, without base cases and reasons. */
    static void scores(Screener screener, Universe universe, Spent spent, Blackhole hole) {
        spent.start();
        Screening screening = screener.withoutBaseCases().screen(universe);
        for (Assessment assessment : screening.assessments()) {
            hole.consume(assessment.verdict());
            hole.consume(assessment.score());
            hole.consume(assessment.rank());
        }
        spent.stop(screening.assessments().size());
    }

    /** Reads everything: also every finding, open rule and question of every assessment, in words. */
    static void everything(Screener screener, Universe universe, Spent spent, Blackhole hole) {
        spent.start();
        ScreeningSession session = screener.withoutBaseCases().open(universe);
        Screening screening = session.screening();
        session.explanations(screening.assessments()).forEach(assessment -> {
            assessment.findings().forEach(finding -> {
                hole.consume(finding);
                hole.consume(finding.facts().size());
                hole.consume(finding.also().size());
                hole.consume(finding.evidence().size());
            });
            assessment.undetermined().forEach(open -> {
                hole.consume(open);
                hole.consume(open.missing().size());
            });
            assessment.questions().forEach(hole::consume);
        });
        spent.stop(screening.assessments().size());
    }
}
