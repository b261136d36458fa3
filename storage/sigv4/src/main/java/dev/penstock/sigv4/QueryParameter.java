package dev.penstock.sigv4;

/// A parameter of a query string, decoded. One without `=` has an empty value.
public record QueryParameter(String name, String value) {

    @Override
    public String toString() {
        return "QueryParameter[" + name + "=***]";
    }
}
