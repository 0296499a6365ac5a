package dev.winnow.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.winnow.analysis.chains.ChainMap;
import dev.winnow.analysis.chains.LinkState;
import dev.winnow.analysis.chains.LinkState.Holder;
import dev.winnow.model.domain.ChainAction;
import dev.winnow.model.domain.Demand;
import dev.winnow.model.domain.Fund;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Finding;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.report.i18n.Numbers;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes a chain map as JSON, schema 1, a stable contract that {@code docs/json.md} describes. */
public final class GapsJson {

    private static final int SCHEMA = 1;

    private final ChainMap map;
    private final JsonGenerator json;

    private GapsJson(ChainMap map, JsonGenerator json) {
        this.map = map;
        this.json = json;
    }

    /** Writes a map in UTF-8, without closing the stream. */
    public static void write(ChainMap map, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonContract.generator(out)) {
            new GapsJson(map, json).whole();
            json.writeRaw('\n');
        }
    }

    /** Writes each link by itself, a line each. */
    public static void writeLines(ChainMap map, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonContract.lines(out)) {
            GapsJson contract = new GapsJson(map, json);
            for (LinkState state : map.links()) {
                json.writeStartObject();
                contract.head();
                contract.members(state);
                json.writeEndObject();
                json.writeRaw('\n');
            }
        }
    }

    private void head() throws IOException {
        json.writeNumberField("schema", SCHEMA);
        JsonContract.head(json, map.pack(), map.universe());
        json.writeBooleanField("illustrative", map.illustrative());
        json.writeStringField("city", map.city());
        json.writeStringField("asOf", map.asOf().toString());
    }

    private void whole() throws IOException {
        json.writeStartObject();
        head();
        list("links", map.links(), this::link);
        list("ranked", map.ranked(), one -> json.writeString(one.link().id()));
        list("demands", map.demands(), this::demand);
        json.writeBooleanField("allDemands", map.allDemands());
        list("funds", map.funds(), this::fund);
        json.writeBooleanField("allFunds", map.allFunds());
        json.writeEndObject();
    }

    private void link(LinkState state) throws IOException {
        json.writeStartObject();
        members(state);
        json.writeEndObject();
    }

    private void members(LinkState state) throws IOException {
        json.writeStringField("chain", state.link().chain());
        json.writeStringField("link", state.link().id());
        json.writeStringField("stage", state.link().stage());
        list("upstream", state.link().upstream(), json::writeString);
        json.writeStringField("status", state.status().name());
        text("since", Objects.toString(state.since(), null));
        list("holders", state.holders(), this::holder);
        judged("newcomer", state.bare());
        judged("claimingNewcomer", state.claiming());
        list("candidates", state.candidates(), candidate -> {
            json.writeStartObject();
            json.writeStringField("project", candidate.project());
            assessment(candidate);
            json.writeEndObject();
        });
    }

    private void holder(Holder holder) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", holder.name());
        text("project", holder.project());
        json.writeBooleanField("produces", holder.produces());
        json.writeEndObject();
    }

    private void judged(String name, Assessment one) throws IOException {
        json.writeObjectFieldStart(name);
        assessment(one);
        list("findings", one.findings(), this::finding);
        json.writeEndObject();
    }

    private void assessment(Assessment one) throws IOException {
        json.writeStringField("verdict", one.verdict().name());
        json.writeStringField("because", one.because().name());
        span("score", one.score());
        span("city", ChainMap.city(one));
        number("known", one.known());
        list("chainActions", one.chainActions(), (ChainAction action) -> json.writeString(action.name()));
    }

    private void finding(Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", finding.rule());
        json.writeStringField("criterion", finding.criterion());
        json.writeStringField("effect", finding.effect().name());
        number("contribution", finding.contribution());
        json.writeStringField("reason", finding.reason());
        json.writeEndObject();
    }

    private void demand(Demand demand) throws IOException {
        json.writeStartObject();
        text("endMarket", demand.endMarket());
        text("annualOutput", words(demand.annualOutput()));
        json.writeEndObject();
    }

    private void fund(Fund fund) throws IOException {
        json.writeStartObject();
        text("fund", fund.id());
        List<String> tracks = fund.tracks();
        if (tracks == null) {
            json.writeNullField("tracks");
        } else {
            list("tracks", tracks, json::writeString);
        }
        text("available", words(fund.available()));
        json.writeEndObject();
    }

    private static @Nullable String words(@Nullable Figure figure) {
        return figure == null ? null : figure.toString();
    }

    private void span(String name, ScoreInterval span) throws IOException {
        json.writeObjectFieldStart(name);
        number("low", span.low());
        number("high", span.high());
        json.writeEndObject();
    }

    private void number(String name, BigDecimal number) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(Numbers.contract(number));
    }

    private void text(String name, @Nullable String text) throws IOException {
        if (text == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, text);
        }
    }

    private <T> void list(String name, List<T> items, Writing<T> writing) throws IOException {
        json.writeArrayFieldStart(name);
        for (T item : items) {
            writing.write(item);
        }
        json.writeEndArray();
    }

    private interface Writing<T> {
        void write(T item) throws IOException;
    }
}
