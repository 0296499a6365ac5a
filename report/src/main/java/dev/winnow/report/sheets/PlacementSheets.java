package dev.winnow.report.sheets;

import dev.winnow.analysis.chains.ChainArrivals;
import dev.winnow.analysis.placement.Placement;
import dev.winnow.analysis.placement.Placement.Applicant;
import dev.winnow.analysis.placement.Placement.Gains;
import dev.winnow.analysis.placement.Placement.Pair;
import dev.winnow.analysis.placement.Placement.Prospect;
import dev.winnow.analysis.placement.Placement.Wish;
import dev.winnow.analysis.portfolio.Scenario;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.source.Message;
import dev.winnow.report.i18n.ChoiceWord;
import dev.winnow.report.i18n.PlacementWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.sheets.SheetTable.Look;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the sheets of who goes where. */
final class PlacementSheets {

    private final Placement placement;
    private final Wording wording;
    private final PlacementWords words;
    private final Map<String, Prospect> prospects = new HashMap<>();

    private PlacementSheets(Placement placement, Wording wording) {
        this.placement = placement;
        this.wording = wording;
        this.words = new PlacementWords(placement, wording);
        placement.prospects().forEach(one -> prospects.put(one.project(), one));
    }

    static Sheets of(Placement placement, @Nullable ChainArrivals arrivals, Wording wording) {
        PlacementSheets sheets = new PlacementSheets(placement, wording);
        List<SheetTable<?>> all = new ArrayList<>();
        all.add(sheets.assignment());
        all.add(sheets.pairs());
        if (!placement.wishes().isEmpty()) {
            all.add(sheets.wishes());
        }
        if (arrivals != null && !arrivals.links().isEmpty()) {
            all.add(ArrivalSheet.of(arrivals, placement.names(), wording));
        }
        Edition pack = placement.pack();
        Edition universe = placement.universe();
        if (pack != null && universe != null) {
            all.add(sheets.about(pack, universe));
        }
        return new Sheets(wording, sheets.words.title(), sheets.assignment(), all);
    }

    private @Nullable BigDecimal gain(@Nullable Long millionths) {
        return millionths == null
                ? null
                : words.isRanked()
                        ? BigDecimal.valueOf(-millionths)
                        : BigDecimal.valueOf(millionths, 6).stripTrailingZeros();
    }

    private Look look() {
        return words.isRanked() ? Look.PLACE : Look.SCORE;
    }

    private SheetTable<?> assignment() {
        Map<String, String> here = placement.best().bestForProjects();
        return new SheetTable<>("assignment", placement.projects())
                .line(words.title())
                .line(words.headline())
                .line(words.asked())
                .text("projectName", 30, one -> wording.name(one.projectName()))
                .frozen()
                .text("cityName", 18, one -> called(here.get(one.project())))
                .headed("city.gains", words.cityGains(), look(), one -> gains(one, true))
                .headed("project.gains", words.projectGains(), look(), one -> gains(one, false))
                .text("sure", 12, one -> {
                    String city = here.get(one.project());
                    return city == null ? null : words.sure(one.project(), city);
                })
                .text(
                        "forCities",
                        18,
                        one -> called(placement.best().bestForCities().get(one.project())))
                .text("prospect", 14, one -> {
                    Prospect prospect = prospects.get(one.project());
                    return prospect == null
                            ? null
                            : new ChoiceWord(prospect.certainty().name(), "sheet.prospect." + prospect.certainty());
                })
                .prose("mayBe", 40, one -> {
                    Prospect prospect = prospects.get(one.project());
                    return prospect == null
                            ? List.of()
                            : prospect.cities().stream().map(words::city).toList();
                })
                .printedSoFar()
                .text("project", 16, Applicant::project)
                .text("city", 14, one -> here.get(one.project()));
    }

    private @Nullable String called(@Nullable String city) {
        return city == null ? null : words.city(city);
    }

    private @Nullable BigDecimal gains(Applicant one, boolean ofCity) {
        String city = placement.best().bestForProjects().get(one.project());
        if (city == null) {
            return null;
        }
        Gains gains = words.gains(one.project(), city);
        return gain(ofCity ? gains.city() : gains.project());
    }

    private SheetTable<?> pairs() {
        SheetTable<Pair> sheet = new SheetTable<>("pairs", placement.pairs())
                .text("projectName", 30, one -> words.project(one.project()))
                .text("cityName", 18, one -> words.city(one.city()))
                .frozen();
        for (Scenario reading : Scenario.values()) {
            if (placement.ends().containsKey(reading)) {
                sheet.number("city.gains." + reading.name(), look(), one -> of(one, reading, true))
                        .number("project.gains." + reading.name(), look(), one -> of(one, reading, false));
            }
        }
        return sheet.text("mayBe.pair", 12, Pair::mayBe)
                .number(
                        "drawn",
                        Look.SHARE,
                        one -> placement.draws() == 0
                                ? null
                                : BigDecimal.valueOf(Math.round(1000.0 * one.drawn() / placement.draws()), 3))
                .prose("barred", 40, one -> {
                    Message barred = one.barred().get(placement.main());
                    return barred == null ? null : wording.say(barred);
                })
                .printedSoFar()
                .text("project", 16, Pair::project)
                .text("city", 14, Pair::city);
    }

    private @Nullable BigDecimal of(Pair pair, Scenario reading, boolean ofCity) {
        Gains gains = pair.gains().get(reading);
        return gains == null ? null : gain(ofCity ? gains.city() : gains.project());
    }

    private SheetTable<?> wishes() {
        return new SheetTable<>("wishes", placement.wishes())
                .text("projectName", 30, one -> words.project(one.project()))
                .frozen()
                .text("at", 18, one -> called(one.at()))
                .text("rather", 18, one -> words.city(one.rather()))
                .prose(
                        "full",
                        40,
                        one -> one.instead().stream().map(words::project).toList())
                .prose("why", (Wish one) -> words.wish(List.of(one)))
                .printedSoFar()
                .text("project", 16, Wish::project);
    }

    private SheetTable<?> about(Edition pack, Edition universe) {
        AboutSheet about = new AboutSheet(wording)
                .illustrative(placement.illustrative())
                .edition("universe", universe)
                .edition("pack", pack);
        about.line("draws", placement.draws());
        words.foot().forEach(one -> about.labelled("", wording.say(one)));
        return about.sheet();
    }
}
