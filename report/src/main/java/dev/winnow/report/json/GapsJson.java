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
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Internal;
import dev.winnow.model.source.Language;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.text.GapQuestions;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes a chain map as JSON, schema 1, a stable contract that {@code docs/json.md} describes. */
public final class GapsJson {

    private static final int SCHEMA = 1;

    private final ChainMap map;
    private final GapQuestions questions;
    private final JsonGenerator json;

    private GapsJson(ChainMap map, GapQuestions questions, JsonGenerator json) {
        this.map = map;
        this.questions = questions;
        this.json = json;
    }

    /**
     * Writes a map in UTF-8, its questions in English, without closing the stream.
     *
     * @param names what things are called
     */
    public static void write(ChainMap map, Names names, OutputStream out) throws IOException {
        write(map, GapQuestions.of(map, Wording.inLanguage(Language.EN), names), out);
    }

    /** The same with questions in some language. */
    @Internal
    public static void write(ChainMap map, GapQuestions questions, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonContract.generator(out)) {
            new GapsJson(map, questions, json).whole();
            json.writeRaw('\n');
        }
    }

    /** Writes each link by itself, a line each. */
    public static void writeLines(ChainMap map, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonContract.lines(out)) {
            GapsJson contract = new GapsJson(map, new GapQuestions(List.of()), json);
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
        JsonContract.list(json, "links", map.links(), this::link);
        JsonContract.list(
                json, "ranked", map.ranked(), one -> json.writeString(one.link().id()));
        JsonContract.list(json, "demands", map.demands(), this::demand);
        json.writeBooleanField("allDemands", map.allDemands());
        JsonContract.list(json, "funds", map.funds(), this::fund);
        json.writeBooleanField("allFunds", map.allFunds());
        JsonContract.list(json, "questions", questions.items(), this::question);
        json.writeEndObject();
    }

    private void question(GapQuestions.Item item) throws IOException {
        json.writeStartObject();
        json.writeStringField("fact", item.asked().fact());
        JsonContract.number(json, "points", item.asked().stake().points());
        JsonContract.list(json, "decides", item.asked().stake().decides(), one -> json.writeString(one.name()));
        json.writeStringField("ask", item.sentence());
        json.writeStringField("who", item.who());
        json.writeNumberField("days", item.asked().how().days());
        JsonContract.list(json, "newcomers", item.asked().candidates(), one -> json.writeString(one.project()));
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
        JsonContract.list(json, "upstream", state.link().upstream(), json::writeString);
        json.writeStringField("status", state.status().name());
        JsonContract.text(json, "since", Objects.toString(state.since(), null));
        JsonContract.list(json, "holders", state.holders(), this::holder);
        judged("newcomer", state.bare());
        judged("claimingNewcomer", state.claiming());
        JsonContract.list(json, "candidates", state.candidates(), candidate -> {
            json.writeStartObject();
            json.writeStringField("project", candidate.project());
            assessment(candidate);
            json.writeEndObject();
        });
    }

    private void holder(Holder holder) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", holder.name());
        JsonContract.text(json, "project", holder.project());
        json.writeBooleanField("produces", holder.produces());
        json.writeEndObject();
    }

    private void judged(String name, Assessment one) throws IOException {
        json.writeObjectFieldStart(name);
        assessment(one);
        JsonContract.list(json, "findings", one.findings(), this::finding);
        json.writeEndObject();
    }

    private void assessment(Assessment one) throws IOException {
        json.writeStringField("verdict", one.verdict().name());
        json.writeStringField("because", one.because().name());
        span("score", one.score());
        span("city", ChainMap.city(one));
        JsonContract.number(json, "known", one.known());
        JsonContract.list(
                json, "chainActions", one.chainActions(), (ChainAction action) -> json.writeString(action.name()));
    }

    private void finding(Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", finding.rule());
        json.writeStringField("criterion", finding.criterion());
        json.writeStringField("effect", finding.effect().name());
        JsonContract.number(json, "contribution", finding.contribution());
        json.writeStringField("reason", finding.reason());
        json.writeEndObject();
    }

    private void demand(Demand demand) throws IOException {
        json.writeStartObject();
        JsonContract.text(json, "endMarket", demand.endMarket());
        JsonContract.text(json, "annualOutput", words(demand.annualOutput()));
        json.writeEndObject();
    }

    private void fund(Fund fund) throws IOException {
        json.writeStartObject();
        JsonContract.text(json, "fund", fund.id());
        List<String> tracks = fund.tracks();
        if (tracks == null) {
            json.writeNullField("tracks");
        } else {
            JsonContract.list(json, "tracks", tracks, json::writeString);
        }
        JsonContract.text(json, "available", words(fund.available()));
        json.writeEndObject();
    }

    private static @Nullable String words(@Nullable Figure figure) {
        return figure == null ? null : figure.toString();
    }

    private void span(String name, ScoreInterval span) throws IOException {
        json.writeObjectFieldStart(name);
        JsonContract.number(json, "low", span.low());
        JsonContract.number(json, "high", span.high());
        json.writeEndObject();
    }
}
