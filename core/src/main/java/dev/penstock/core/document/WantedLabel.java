package dev.penstock.core.document;

import dev.penstock.core.vocabulary.LabelId;
import dev.penstock.core.vocabulary.LabelName;

/// A label that a document is to have.
///
/// @param ifNew its id where the organization has none of the name yet
public record WantedLabel(LabelName name, LabelId ifNew) {}
