using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Households : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "Household",
                table: "Accounts_User",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OtherLanguages",
                table: "Accounts_User",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_User_Household",
                table: "Accounts_User",
                column: "Household");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Accounts_User_Household",
                table: "Accounts_User");

            migrationBuilder.DropColumn(
                name: "Household",
                table: "Accounts_User");

            migrationBuilder.DropColumn(
                name: "OtherLanguages",
                table: "Accounts_User");
        }
    }
}
