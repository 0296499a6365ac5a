package dev.winnow.drools.internal.compile;

import dev.winnow.language.PackException;
import dev.winnow.language.internal.syntax.Drl;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.io.ByteArrayResource;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/**
 * Compiles rules to Drools' executable model, without Drools' repository and service discovery. Loads no compiled
 * class.
 */
final class Compiler {

    private static final String MODEL_LIST = "drools-model";

    private Compiler() {}

    /**
     * Compiles rules.
     *
     * @param pack the pack's name
     * @param file the rules, as written by {@link Rewriter}
     * @throws PackException if the result contains code that no rule needs
     * @throws IllegalStateException if the rules do not compile
     */
    static CompiledRules compile(String pack, String file) {
        String home = Drl.rootPackage(pack) + "/";
        Map<String, byte[]> entries = build(home, file);
        Map<String, byte[]> classes = new HashMap<>();
        entries.forEach((name, bytes) -> {
            if (name.startsWith(home) && name.endsWith(".class")) {
                classes.put(name, bytes);
            }
        });
        CompiledRules rules = new CompiledRules(modelNames(entries), classes);
        if (RuleLoader.finding(pack, rules) != null) {
            throw new PackException(
                    List.of(Problem.at(Place.file(pack), "the compiled pack contains code that no rule needs")));
        }
        return rules;
    }

    private static Map<String, byte[]> build(String home, String file) {
        KieServices services = KieServices.get();
        byte[] text = file.getBytes(StandardCharsets.UTF_8);
        // Class names contain the release id, so it is derived from the rules: equal rules compile to equal bytes.
        ReleaseId release = services.newReleaseId("dev.winnow", "pack-" + UUID.nameUUIDFromBytes(text), "1");
        KieFileSystem sources = services.newKieFileSystem().generateAndWritePomXML(release);
        // Drools logs a warning if a file's folder is not named after its package.
        sources.write("src/main/resources/" + home + "pack.drl", new ByteArrayResource(text, "UTF-8"));
        KieBuilder builder = services.newKieBuilder(sources).buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new IllegalStateException(
                    "checked rules do not compile: " + errors.get(0).getText());
        }
        byte[] module = ((InternalKieModule) builder.getKieModule()).getBytes();
        services.getRepository().removeKieModule(release);
        return unzip(module);
    }

    private static Map<String, byte[]> unzip(byte[] module) {
        Map<String, byte[]> entries = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(module))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private static List<String> modelNames(Map<String, byte[]> entries) {
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            if (entry.getKey().endsWith("/" + MODEL_LIST)) {
                return new String(entry.getValue(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("Drools-Model-Version:"))
                        .sorted()
                        .toList();
            }
        }
        throw new IllegalStateException("the compiled pack contains no model");
    }
}
