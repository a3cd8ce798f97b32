package dev.personamarket.simulators;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test the simulators: started once for all tests, as new before each. */
public class Running implements BeforeEachCallback, ParameterResolver {

    private static final ExtensionContext.Namespace ALL = ExtensionContext.Namespace.create(Running.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        simulators(context).reset();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Simulators.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return simulators(context);
    }

    private static Simulators simulators(ExtensionContext context) {
        return context.getRoot().getStore(ALL).computeIfAbsent(Simulators.class, _ -> Simulators.start(),
                Simulators.class);
    }
}
