package dev.winnow.engine.internal.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Matcher;
import dev.winnow.engine.Screener;
import dev.winnow.engine.internal.join.JoinFaultRun.Scene;
import dev.winnow.model.universe.Universe;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The comparison of the join evaluator with PHREAK would detect faults: each planted fault changes the results for a
 * few universes.
 */
class JoinFaultsTest {

    private static final List<Scene> SCENES = JoinFaultRun.scenes();

    private static final int NONE = -1;

    private static List<Integer> right;

    @BeforeAll
    static void screenByPhreak() {
        ToIntBiFunction<Path, Universe> phreak = JoinFaultRun.screening(pack -> Screener.of(pack, Matcher.PHREAK));
        right = SCENES.stream()
                .map(scene -> phreak.applyAsInt(scene.pack(), scene.universe()))
                .toList();
    }

    @Test
    void withoutAFaultTheResultsAreEqual() throws ReflectiveOperationException {
        assertThat(firstDifference(null)).isEqualTo(NONE);
    }

    @ParameterizedTest
    @EnumSource
    void faultIsDetected(JoinFault fault) throws ReflectiveOperationException {
        assertThat(firstDifference(fault)).isNotEqualTo(NONE);
    }

    /** The index of the first scene with results that differ from PHREAK's or with an exception. */
    private static int firstDifference(@Nullable JoinFault fault) throws ReflectiveOperationException {
        ToIntBiFunction<Path, Universe> screening = screening(fault);
        for (int i = 0; i < SCENES.size(); i++) {
            Scene scene = SCENES.get(i);
            try {
                if (screening.applyAsInt(scene.pack(), scene.universe()) != right.get(i)) {
                    return i;
                }
            } catch (RuntimeException e) {
                if (fault == null) {
                    throw e;
                }
                return i; // an exception also reveals the fault
            }
        }
        return NONE;
    }

    @SuppressWarnings("unchecked")
    private static ToIntBiFunction<Path, Universe> screening(@Nullable JoinFault fault)
            throws ReflectiveOperationException {
        Class<?> run = new Planted(fault).loadClass(JoinFaultRun.class.getName());
        Method screening = run.getDeclaredMethod("screening");
        screening.setAccessible(true);
        return (ToIntBiFunction<Path, Universe>) screening.invoke(null);
    }

    /** Loads separate copies of the engine's classes, one with a fault; classes of lower modules are shared. */
    private static final class Planted extends ClassLoader {

        private final @Nullable JoinFault fault;

        Planted(@Nullable JoinFault fault) {
            super(JoinFaultsTest.class.getClassLoader());
            this.fault = fault;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("dev.winnow.engine.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? defined(name) : loaded;
        }

        private Class<?> defined(String name) throws ClassNotFoundException {
            try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (file == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = file.readAllBytes();
                byte[] planted = fault != null && fault.className().equals(name) ? fault.plant(bytes) : bytes;
                return defineClass(name, planted, 0, planted.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
