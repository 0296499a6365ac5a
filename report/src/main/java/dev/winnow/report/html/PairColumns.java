package dev.winnow.report.html;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Side;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.report.i18n.QuestionWords;
import dev.winnow.report.i18n.Wording;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Writes the columns of the list of candidates, which are read when the page opens. Repeated values are written once. */
final class PairColumns {

    private static final int NOTHING = -1;

    private final PagePairs pairs;
    private final Wording words;
    private final QuestionWords asks;
    private final ToIntFunction<Assessment> rivals;

    /** @param rivals number of candidates in a candidate's ranking; 0 if not shown */
    PairColumns(PagePairs pairs, Wording words, QuestionWords asks, ToIntFunction<Assessment> rivals) {
        this.pairs = pairs;
        this.words = words;
        this.asks = asks;
        this.rivals = rivals;
    }

    /** Writes the columns into the current object. */
    void write(PageJson json) throws IOException {
        ValueNumbering<List<Object>> projects = new ValueNumbering<>();
        ValueNumbering<List<String>> cities = new ValueNumbering<>();
        ValueNumbering<String> days = new ValueNumbering<>();
        ValueNumbering<String> districts = new ValueNumbering<>();
        ValueNumbering<String> asked = new ValueNumbering<>();
        column(
                json,
                "project",
                one -> projects.of(List.of(one.project(), one.projectName(), one.illustrative() ? 1 : 0)));
        column(json, "city", one -> cities.of(List.of(one.city(), one.cityName())));
        column(json, "day", one -> days.of(one.asOf().toString()));
        column(json, "verdict", one -> Constants.place(one.verdict()));
        column(json, "because", one -> Constants.place(one.because()));
        column(json, "possible", one -> Constants.bits(one.possible()));
        column(json, "binds", one -> Constants.place(one.binds()));
        column(json, "rank", Assessment::rank);
        column(json, "tied", one -> one.tied() ? 1 : 0);
        column(json, "rivals", rivals::applyAsInt);
        column(json, "district", one -> one.district() == null ? NOTHING : districts.of(words.name(one.district())));
        column(json, "actions", one -> Constants.bits(one.chainActions()));
        json.name("first")
                .list(
                        pairs.questions(),
                        one -> json.number(one.map(question -> asked.of(asks.ask(question.fact())))
                                .orElse(NOTHING)));
        exact(json, "known", Assessment::known);
        exact(json, "low", one -> one.score().low());
        exact(json, "high", one -> one.score().high());
        exact(json, "cityLow", one -> side(one, Side.CITY).low());
        exact(json, "cityHigh", one -> side(one, Side.CITY).high());
        exact(json, "projectLow", one -> side(one, Side.PROJECT).low());
        exact(json, "projectHigh", one -> side(one, Side.PROJECT).high());
        json.name("projects")
                .list(
                        projects.all(),
                        one -> json.array(row -> row.text(String.valueOf(one.get(0)))
                                .text(String.valueOf(one.get(1)))
                                .number(one.get(2).equals(1) ? 1 : 0)));
        json.name("cities").list(cities.all(), one -> json.list(one, json::text));
        json.name("days").list(days.all(), json::text);
        json.name("districts").list(districts.all(), json::text);
        json.name("asked").list(asked.all(), json::text);
    }

    private void column(PageJson json, String name, Function<Assessment, Integer> value) throws IOException {
        json.name(name).list(pairs.all(), one -> json.number(value.apply(one)));
    }

    private void exact(PageJson json, String name, Function<Assessment, BigDecimal> value) throws IOException {
        json.name(name).list(pairs.all(), one -> json.number(value.apply(one)));
    }

    private static ScoreInterval side(Assessment one, Side side) {
        return Objects.requireNonNull(one.sides().get(side));
    }
}
