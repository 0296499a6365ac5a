package dev.winnow.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.winnow.analysis.portfolio.Candidate;
import dev.winnow.analysis.portfolio.Portfolio;
import dev.winnow.analysis.portfolio.Portfolio.ChosenSet;
import dev.winnow.analysis.portfolio.Portfolio.Frontier;
import dev.winnow.analysis.portfolio.Portfolio.Margin;
import dev.winnow.analysis.portfolio.Portfolio.Member;
import dev.winnow.analysis.portfolio.Portfolio.Outsider;
import dev.winnow.analysis.portfolio.Portfolio.Standing;
import dev.winnow.analysis.portfolio.Scenario;
import dev.winnow.model.source.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a portfolio as JSON, schema 1, a stable contract that {@code docs/json.md} describes. */
public final class PortfolioJson {

    private static final int SCHEMA = 1;

    private final Portfolio portfolio;
    private final JsonGenerator json;

    private PortfolioJson(Portfolio portfolio, JsonGenerator json) {
        this.portfolio = portfolio;
        this.json = json;
    }

    /** Writes a portfolio in UTF-8, without closing the stream. */
    public static void write(Portfolio portfolio, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonContract.generator(out)) {
            new PortfolioJson(portfolio, json).whole();
            json.writeRaw('\n');
        }
    }

    private void whole() throws IOException {
        json.writeStartObject();
        json.writeNumberField("schema", SCHEMA);
        if (portfolio.pack() != null && portfolio.universe() != null) {
            JsonContract.head(json, portfolio.pack(), portfolio.universe());
        }
        json.writeBooleanField("illustrative", portfolio.illustrative());
        JsonContract.text(json, "title", portfolio.plan().title());
        JsonContract.number(
                json,
                "budget",
                portfolio.plan().budget() == null
                        ? null
                        : portfolio.plan().budget().decimal());
        json.writeStringField("unit", portfolio.money().id());
        json.writeStringField("solver", portfolio.solver());
        json.writeBooleanField("complete", portfolio.complete());
        json.writeStringField("main", portfolio.main().name());
        JsonContract.list(json, "sets", portfolio.sets().values(), this::set);
        ChosenSet greedy = portfolio.greedy();
        JsonContract.list(json, "greedy", greedy == null ? List.<ChosenSet>of() : List.of(greedy), this::set);
        JsonContract.list(json, "candidates", portfolio.candidates(), this::candidate);
        JsonContract.list(json, "outside", portfolio.outsiders(), this::outsider);
        JsonContract.list(json, "margins", portfolio.margins(), this::margin);
        JsonContract.list(json, "frontier", portfolio.frontier(), this::frontier);
        json.writeNumberField("draws", portfolio.draws());
        JsonContract.list(json, "standings", portfolio.standings(), this::standing);
        JsonContract.list(json, "contradiction", portfolio.contradiction(), one -> json.writeString(one.toString()));
        json.writeEndObject();
    }

    private static BigDecimal exact(long millionths) {
        return BigDecimal.valueOf(millionths, 6).stripTrailingZeros();
    }

    private void number(String name, @Nullable Long millionths) throws IOException {
        JsonContract.number(json, name, millionths == null ? null : exact(millionths));
    }

    private void set(ChosenSet set) throws IOException {
        json.writeStartObject();
        json.writeStringField("reading", set.scenario().name());
        json.writeStringField("status", set.status().name());
        number("worth", set.worth());
        number("bound", set.bound());
        number("cost", set.cost());
        number("leftOut", set.leftOut());
        JsonContract.list(json, "members", set.members(), this::member);
        json.writeEndObject();
    }

    private void who(Candidate one) throws IOException {
        json.writeStringField("project", one.project());
        JsonContract.text(json, "city", one.city());
    }

    private void member(Member one) throws IOException {
        json.writeStartObject();
        who(one.candidate());
        number("alone", one.alone());
        number("inSet", one.inSet());
        json.writeEndObject();
    }

    private void candidate(Candidate one) throws IOException {
        json.writeStartObject();
        who(one);
        JsonContract.text(json, "district", one.district());
        JsonContract.text(json, "track", one.track());
        json.writeObjectFieldStart("readings");
        for (Scenario reading : Scenario.values()) {
            if (one.worth().containsKey(reading)) {
                json.writeObjectFieldStart(reading.name());
                number("worth", one.worth().get(reading));
                number("cost", one.cost().get(reading));
                Message barred = one.barred().get(reading);
                JsonContract.text(json, "barred", barred == null ? null : barred.toString());
                json.writeEndObject();
            }
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void outsider(Outsider one) throws IOException {
        json.writeStartObject();
        who(one.candidate());
        number("loss", one.loss());
        json.writeBooleanField("proven", one.proven());
        JsonContract.list(json, "instead", one.instead(), gone -> json.writeString(gone.project()));
        json.writeEndObject();
    }

    private void margin(Margin one) throws IOException {
        json.writeStartObject();
        json.writeStringField("budget", one.label().toString());
        number("more", one.more());
        number("gain", one.gain());
        json.writeEndObject();
    }

    private void frontier(Frontier one) throws IOException {
        json.writeStartObject();
        number("budget", one.budget());
        number("worth", one.worth());
        number("cost", one.cost());
        json.writeNumberField("projects", one.projects());
        json.writeBooleanField("proven", one.proven());
        json.writeEndObject();
    }

    private void standing(Standing one) throws IOException {
        json.writeStartObject();
        who(one.candidate());
        json.writeNumberField("times", one.times());
        json.writeStringField("kind", one.kind().name());
        json.writeEndObject();
    }
}
