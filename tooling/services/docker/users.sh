#!/bin/sh
# Run once by the image on an empty data folder. The application's user gets its rights table by table from the migrator.
mariadb -uroot -p"$MARIADB_ROOT_PASSWORD" <<SQL
create database if not exists crm character set utf8mb4 collate utf8mb4_polish_ci;
create user if not exists 'crm'@'%' identified by '$MYSQL_APP_PASSWORD';
create user if not exists 'crm_migrator'@'%' identified by '$MYSQL_MIGRATOR_PASSWORD';
create user if not exists 'crm_sealer'@'%' identified by '$MYSQL_SEALER_PASSWORD';
grant all on crm.* to 'crm_migrator'@'%' with grant option;
SQL
