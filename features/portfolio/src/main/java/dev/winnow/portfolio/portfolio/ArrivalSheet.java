package dev.winnow.portfolio.portfolio;

import dev.winnow.analysis.internal.chains.ChainArrivals;
import dev.winnow.analysis.internal.chains.ChainArrivals.Arrival;
import dev.winnow.model.domain.ChainLink;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Language;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.TableBuilder;
import java.util.List;

/** The sheet of the links and stages that projects add to the chains of cities. */
public final class ArrivalSheet {

    private record Row(String city, Arrival arrival) {}

    private ArrivalSheet() {}

    /**
     * Returns the sheet.
     *
     * @param names the display names of the universe
     */
    public static TableBuilder<?> of(ChainArrivals arrivals, Names names, Wording wording) {
        // In English a name is shown in both languages, so that readers of either recognise it.
        Called called =
                (list, id, name) -> wording.language() == Language.EN ? name : names.of(list, id, wording.language());
        List<Row> rows = arrivals.cities().stream()
                .flatMap(city -> city.links().stream().map(link -> new Row(city.city(), link)))
                .toList();
        return new TableBuilder<>(wording, "arrivals", rows)
                .text("cityName", 16, row -> called.of("cities", row.city(), city(arrivals, row.city())))
                .text("linkName", 28, row -> {
                    ChainLink link = row.arrival().link();
                    return called.of("links", link.id(), link.name());
                })
                .frozen()
                .text(
                        "stage",
                        18,
                        row -> names.of("stages", row.arrival().link().stage(), wording.language()))
                .text("status", 12, row -> row.arrival().before())
                .prose(
                        "holders",
                        40,
                        row -> row.arrival().holders().stream()
                                .map(wording::name)
                                .toList())
                .prose(
                        "arriving",
                        40,
                        row -> row.arrival().projects().stream()
                                .map(id -> called.of("projects", id, project(arrivals, id)))
                                .toList())
                .text("brought", 10, row -> row.arrival().isBrought())
                .printedSoFar()
                .text("city", 14, Row::city)
                .text("link", 24, row -> row.arrival().link().id());
    }

    /** Returns a display name. */
    private interface Called {
        String of(String list, String id, String name);
    }

    private static String city(ChainArrivals arrivals, String id) {
        return arrivals.facts().cities().stream()
                .filter(city -> city.id().equals(id))
                .map(City::name)
                .findFirst()
                .orElse(id);
    }

    private static String project(ChainArrivals arrivals, String id) {
        Project project = arrivals.facts().project(id);
        return project == null ? id : project.name();
    }
}
