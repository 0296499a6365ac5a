package dev.winnow.bench.peers;

import dev.winnow.bench.peers.RuleTexts.RuleText;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/**
 * The rules in DMN: a model with one decision for each rule, evaluated as a whole. FEEL filters and sums lists, so it
 * does joins, {@code not} and sums itself. Certain and possible values are passed as the ends of figures and as nulls.
 */
final class DecisionModel implements Peer<Map<String, @Nullable Object>, Map<String, @Nullable Object>> {

    private static final String NAMESPACE = "https://winnow.dev/comparison";

    private final Sheet sheet = new Sheet(BigDecimal::valueOf, null);
    private final Map<String, @Nullable Object> limits = sheet.limits();
    private final Tally tally = new Tally();
    private final DMNRuntime runtime;
    private final DMNModel model;

    DecisionModel() {
        Resource resource = ResourceFactory.newReaderResource(new StringReader(xml()), "UTF-8");
        resource.setSourcePath("comparison.dmn");
        runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(resource))
                .getOrElseThrow(e -> new IllegalStateException("comparison.dmn", e));
        model = runtime.getModel(NAMESPACE, "comparison");
        if (model.hasErrors()) {
            throw new IllegalStateException(model.getMessages().toString());
        }
    }

    /** Returns the model as the text of a DMN file. */
    private static String xml() {
        StringBuilder xml = new StringBuilder("<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\""
                + " name=\"comparison\" id=\"comparison\" namespace=\"" + NAMESPACE + "\">\n");
        for (String input : List.of("p", "c", "l")) {
            xml.append("<inputData name=\"%1$s\" id=\"%1$s\"><variable name=\"%1$s\"/></inputData>\n".formatted(input));
        }
        for (RuleText text : RuleTexts.of("rules.feel")) {
            xml.append("<decision name=\"%1$s\" id=\"%1$s\"><variable name=\"%1$s\"/>"
                    .formatted(text.rule().id()));
            for (String input : List.of("p", "c", "l")) {
                xml.append("<informationRequirement><requiredInput href=\"#%s\"/></informationRequirement>"
                        .formatted(input));
            }
            xml.append("<literalExpression><text>")
                    .append(text.text().replace("&", "&amp;").replace("<", "&lt;"))
                    .append("</text></literalExpression></decision>\n");
        }
        return xml.append("</definitions>\n").toString();
    }

    @Override
    public Map<String, @Nullable Object> project(Candidate candidate) {
        return sheet.project(candidate);
    }

    @Override
    public Map<String, @Nullable Object> city(Town town) {
        return sheet.city(town);
    }

    @Override
    public Findings findings(Map<String, @Nullable Object> project, Map<String, @Nullable Object> city) {
        DMNContext context = runtime.newContext();
        context.set("p", project);
        context.set("c", city);
        context.set("l", limits);
        tally.clear();
        DMNResult result = runtime.evaluateAll(model, context);
        if (result.hasErrors()) {
            throw new IllegalStateException(
                    result.getMessages().stream().map(DMNMessage::getText).collect(Collectors.joining("\n")));
        }
        for (DMNDecisionResult decision : result.getDecisionResults()) {
            tally.answer(Rule.of(decision.getDecisionName()), decision.getResult());
        }
        return tally.findings();
    }
}
