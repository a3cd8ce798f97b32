#!/usr/bin/env bash
# Runs once, when PostgreSQL's volume is new: a role that is no superuser, and a database of its own for each service.
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres --set password="$DATABASE_PASSWORD" <<'SQL'
CREATE ROLE marketplace LOGIN PASSWORD :'password';
CREATE DATABASE catalog OWNER marketplace;
CREATE DATABASE rating OWNER marketplace;
CREATE DATABASE preview OWNER marketplace;
CREATE DATABASE deployment OWNER marketplace;
SQL
