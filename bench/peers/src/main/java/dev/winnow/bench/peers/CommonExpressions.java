package dev.winnow.bench.peers;

import com.google.protobuf.NullValue;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules in CEL. Its macros iterate over a city's rows, so it does joins, {@code not} and counts itself; for sums it
 * calls the host. Certain and possible values are passed as the ends of figures and as nulls.
 */
final class CommonExpressions implements Peer<Map<String, @Nullable Object>, Map<String, @Nullable Object>> {

    private record Program(Rule rule, CelRuntime.Program program) {}

    private final Sheet sheet = new Sheet(number -> number, NullValue.NULL_VALUE);
    private final Map<String, @Nullable Object> variables = new HashMap<>(Map.of("l", sheet.limits()));
    private final Tally tally = new Tally();
    private final List<Program> programs;

    CommonExpressions() {
        Cel cel = CelFactory.legacyCelBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addCompilerLibraries(CelExtensions.math(), CelExtensions.bindings())
                .addRuntimeLibraries(CelExtensions.math())
                .addVar("p", SimpleType.DYN)
                .addVar("c", SimpleType.DYN)
                .addVar("l", SimpleType.DYN)
                .addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                        "sum",
                        CelOverloadDecl.newGlobalOverload(
                                "sum_list", SimpleType.DOUBLE, ListType.create(SimpleType.DYN))))
                .addFunctionBindings(CelFunctionBinding.fromOverloads(
                        "sum", CelFunctionBinding.from("sum_list", List.class, CommonExpressions::sum)))
                .build();
        programs = RuleTexts.of("rules.cel").stream()
                .map(text -> new Program(text.rule(), program(cel, text.text())))
                .toList();
    }

    private static Object sum(List<?> numbers) {
        double sum = 0;
        for (Object number : numbers) {
            sum += ((Number) number).doubleValue();
        }
        return sum;
    }

    private static CelRuntime.Program program(Cel cel, String text) {
        try {
            return cel.createProgram(cel.compile(text).getAst());
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException(text, e);
        }
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
        tally.clear();
        variables.put("p", project);
        variables.put("c", city);
        for (Program program : programs) {
            try {
                tally.answer(program.rule(), program.program().eval(variables));
            } catch (CelEvaluationException e) {
                throw new IllegalStateException(program.rule().id(), e);
            }
        }
        return tally.findings();
    }
}
