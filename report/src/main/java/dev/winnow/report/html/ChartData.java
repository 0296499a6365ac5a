package dev.winnow.report.html;

import dev.winnow.report.internal.document.Chart.Chains;
import dev.winnow.report.internal.document.Chart.CityLinks;
import dev.winnow.report.internal.document.Chart.Curve;
import dev.winnow.report.internal.document.Chart.Point;
import java.io.IOException;

/** Writes charts for the page's scripts. */
final class ChartData {

    private ChartData() {}

    static void write(Chains chart, PageJson json) throws IOException {
        json.object(board -> {
            board.name("day").text(chart.day());
            board.name("chains")
                    .list(
                            chart.chains(),
                            one -> board.array(row -> row.text(one.id()).text(one.name())));
            board.name("links")
                    .list(
                            chart.links(),
                            one -> board.array(row -> row.text(one.id())
                                    .text(one.name())
                                    .text(one.chain())
                                    .text(one.stage())
                                    .list(one.upstream(), row::number)));
            board.name("cities").list(chart.cities(), one -> board.array(row -> city(one, row)));
            board.name("occupants").list(chart.occupants(), one -> board.list(one, board::text));
            board.name("newcomers")
                    .list(
                            chart.newcomers(),
                            one -> board.array(row -> row.text(one.verdict())
                                    .text(one.because())
                                    .span(one.score())
                                    .list(one.chainActions(), row::text)));
        });
    }

    private static void city(CityLinks city, PageJson row) throws IOException {
        row.text(city.id())
                .text(city.name())
                .list(city.states(), row::text)
                .list(city.holders(), holders -> row.list(holders, row::text));
        if (city.arriving() != null) {
            row.list(city.arriving(), projects -> row.list(projects, row::text));
        }
    }

    static void write(Curve curve, PageJson json) throws IOException {
        json.object(inside -> {
            inside.name("name").text(curve.axis());
            inside.name("points")
                    .list(
                            curve.points(),
                            one -> inside.array(row -> point(one, row).number(one.proven() ? 1 : 0)));
            inside.name("plan").number(curve.chosen());
            inside.name("ticks")
                    .list(
                            curve.ticks(),
                            one -> inside.array(row -> row.number(one.at()).text(one.words())));
            inside.name("best").text(curve.chosenWords());
            Point other = curve.other();
            if (other != null) {
                inside.name("greedy").array(row -> point(other, row));
                inside.name("greedyWords").text(curve.otherWords());
            }
        });
    }

    private static PageJson point(Point one, PageJson row) throws IOException {
        return row.number(one.spent()).number(one.reached());
    }
}
