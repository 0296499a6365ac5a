package dev.winnow.engine;

import dev.winnow.model.Place;
import dev.winnow.model.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.io.ByteArrayResource;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** Has Drools compile rules to its executable model and loads the classes, past its repository and its discovery. */
final class Compiler {

    private static final String MODEL_LIST = "drools-model";

    private final String pack;
    private final Loader loader;
    private final List<String> modelNames;

    private Compiler(String pack, Loader loader, List<String> modelNames) {
        this.pack = pack;
        this.loader = loader;
        this.modelNames = modelNames;
    }

    /**
     * @param pack the pack's name
     * @param file its rules as {@link Rewriter} wrote them
     * @param conditions their conditions as {@link ConditionsWriter} wrote them
     * @throws PackException if they compile to what no rule needs; nothing of them has been loaded then; or if they do not
     *     compile at all, which is a fault of winnow: the law let them through
     */
    static Compiler compile(String pack, String file, String conditions) {
        try {
            return loaded(pack, build(Drl.rootPackage(pack), file, conditions));
        } catch (PackException e) {
            throw e;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            Problem fault = new Problem(
                    Place.file(pack),
                    "the rules are within the law, and yet cannot be made to run",
                    0,
                    "please report it, with the pack");
            throw new PackException(List.of(fault), e);
        }
    }

    /** The conditions of all of them. */
    Conditions conditions() {
        return (Conditions) loader.make(Drl.rootPackage(pack) + "." + ConditionsWriter.CLASS);
    }

    /** Those of the rules whose name is chosen, ready to run. */
    KieBase base(Predicate<String> chosen) {
        List<Model> parts = new ArrayList<>();
        for (String name : modelNames) {
            Model model = (Model) loader.make(name);
            List<Rule> rules = model.getRules().stream()
                    .filter(rule -> chosen.test(rule.getName()))
                    .toList();
            parts.add(new ModelImpl(model.getName()).withRules(rules).withGlobals(model.getGlobals()));
        }
        return KieBaseBuilder.createKieBaseFromModel(parts);
    }

    private static Compiler loaded(String pack, Map<String, byte[]> entries) {
        String home = Drl.rootPackage(pack) + "/";
        Map<String, byte[]> classes = new HashMap<>();
        entries.forEach((name, bytes) -> {
            if (name.startsWith(home) && name.endsWith(".class")) {
                classes.put(name, bytes);
            }
        });
        if (BytecodeGuard.check(classes.values(), List.of(home)) != null) {
            throw new PackException(List.of(
                    Problem.at(Place.file(pack), "the pack compiles to something that no rule needs, and is refused")));
        }
        return new Compiler(pack, new Loader(classes), modelNames(entries));
    }

    private static Map<String, byte[]> build(String home, String file, String conditions) {
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId("dev.winnow", "pack-" + java.util.UUID.randomUUID(), "1");
        KieFileSystem sources = services.newKieFileSystem().generateAndWritePomXML(release);
        byte[] text = file.getBytes(StandardCharsets.UTF_8);
        sources.write("src/main/resources/pack.drl", new ByteArrayResource(text, "UTF-8"));
        sources.write("src/main/java/" + home + "/" + ConditionsWriter.CLASS + ".java", conditions);
        KieBuilder builder = services.newKieBuilder(sources).buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new IllegalStateException(
                    "rules within the law do not compile: " + errors.get(0).getText());
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
        throw new IllegalStateException("the compiled pack names no model");
    }

    /** Defines the classes of one compiled pack, and none but those. */
    private static final class Loader extends ClassLoader {

        private final Map<String, byte[]> classes;

        Loader(Map<String, byte[]> classes) {
            super(Scorecard.class.getClassLoader());
            this.classes = classes;
        }

        /** An object of one of them. */
        Object make(String name) {
            try {
                return loadClass(name).getDeclaredConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot load " + name, e);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name.replace('.', '/') + ".class");
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
