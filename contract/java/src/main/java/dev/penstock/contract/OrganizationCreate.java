package dev.penstock.contract;

/// The body of `POST /api/organizations`.
public record OrganizationCreate(String slug, String name) {}
