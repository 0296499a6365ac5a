package dev.winnow.bench.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.winnow.model.domain.City;
import dev.winnow.model.universe.Facts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs the npm engines: installs them into {@code .winnow/}, passes them the same pairs, and reads their answers. */
final class NodeHost {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path home;
    private final Path folder;

    /** @param home the checkout */
    NodeHost(Path home) {
        this.home = home;
        this.folder = home.resolve(".winnow/peers-node");
    }

    /**
     * A measurement of an engine.
     *
     * @param assessments the number of pairs
     * @param cpuSeconds the CPU time of the whole process
     * @param seconds the elapsed time
     */
    record Measurement(long assessments, double cpuSeconds, double seconds) {}

    /** Returns its pinned version. */
    static String pinned(String name) {
        try {
            Path packages =
                    source(Path.of(System.getProperty("winnow.home", "."))).resolve("package.json");
            return JSON.readTree(packages.toFile())
                    .path("dependencies")
                    .path(name)
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path source(Path home) {
        return home.resolve("bench/peers/node");
    }

    /** Installs the engines; returns the reason for a failure, or null. */
    @Nullable
    String install() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(source(home))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (run(List.of("node", "--version"), folder.resolve("node.txt")) != 0) {
            return "no node";
        }
        return run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"), folder.resolve("npm.txt")) == 0
                ? null
                : "npm could not install it, see .winnow/peers-node/npm.txt.errors";
    }

    /** Writes the pairs of a universe for the engines. */
    void give(Comparison comparison) throws IOException {
        Sheet sheet = new Sheet(number -> number, null);
        Facts facts = comparison.facts();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("limits", sheet.limits());
        all.put("rules", Rule.all().stream().map(Rule::id).toList());
        List<Candidate> candidates = Candidate.of(facts, facts.projects());
        all.put(
                "projects",
                candidates.stream()
                        .map(candidate -> Map.of("id", candidate.project().id(), "sheet", sheet.project(candidate)))
                        .toList());
        List<Object> cities = new ArrayList<>();
        for (City city : facts.cities()) {
            Map<String, Object> without = new LinkedHashMap<>();
            for (Candidate candidate : candidates) {
                String project = candidate.project().id();
                if (facts.present(project, city.id())) {
                    without.put(project, sheet.city(Town.of(facts, city, project)));
                }
            }
            cities.add(Map.of("id", city.id(), "sheet", sheet.city(Town.of(facts, city, null)), "without", without));
        }
        all.put("cities", cities);
        JSON.writeValue(folder.resolve("pairs.json").toFile(), all);
    }

    /** Measures an engine on all pairs. */
    List<Measurement> measure(NodeEngine engine, int seconds, int runs) throws IOException, InterruptedException {
        Path output = folder.resolve(engine.name() + ".json");
        int exit = run(
                List.of(
                        "node",
                        "measure.mjs",
                        engine.module(),
                        "pairs.json",
                        answers(engine).toString(),
                        String.valueOf(seconds),
                        String.valueOf(runs)),
                output);
        if (exit != 0) {
            throw new IllegalStateException(
                    engine.label().title() + ": node ended with " + exit + "\n" + Files.readString(errors(output)));
        }
        List<Measurement> measurements = new ArrayList<>();
        for (JsonNode run : JSON.readTree(output.toFile()).path("runs")) {
            measurements.add(new Measurement(
                    run.path("assessments").asLong(),
                    run.path("cpuSeconds").asDouble(),
                    run.path("seconds").asDouble()));
        }
        return measurements;
    }

    /** Returns the answers of an engine. */
    List<Judgement> answered(NodeEngine engine) throws IOException {
        Tally tally = new Tally();
        Map<String, List<Judgement>> byCity = new LinkedHashMap<>();
        for (String line : Files.readAllLines(answers(engine))) {
            JsonNode pair = JSON.readTree(line);
            tally.clear();
            for (Rule rule : Rule.all()) {
                tally.answer(rule, JSON.treeToValue(pair.path("answers").path(rule.number()), Object.class));
            }
            String city = pair.path("city").asText();
            byCity.computeIfAbsent(city, id -> new ArrayList<>())
                    .add(Judgement.of(pair.path("project").asText(), city, tally.findings()));
        }
        byCity.values().forEach(Judgement::rank);
        return byCity.values().stream().flatMap(List::stream).toList();
    }

    private static Path errors(Path output) {
        return output.resolveSibling(output.getFileName() + ".errors");
    }

    private Path answers(NodeEngine engine) {
        return folder.resolve(engine.name() + ".answers").toAbsolutePath();
    }

    /** Runs a command in the folder; returns its exit status, or 127 if the command does not exist. */
    private int run(List<String> command, Path into) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(into.toFile())
                    .redirectError(errors(into).toFile())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return 127;
        }
    }
}
