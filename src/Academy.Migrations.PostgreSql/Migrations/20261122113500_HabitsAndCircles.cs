using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class HabitsAndCircles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "OpenedBy",
                table: "Evaluations_Case",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Question",
                table: "Evaluations_Case",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Evaluations_CalibrationWork",
                columns: table => new
                {
                    AttemptId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectSlug = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ReleaseId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    SheetJson = table.Column<string>(type: "text", nullable: false),
                    Percent = table.Column<int>(type: "integer", nullable: false),
                    Defence = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    IsActive = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_CalibrationWork", x => x.AttemptId);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_CircleReview",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Circle = table.Column<string>(type: "character varying(140)", maxLength: 140, nullable: false),
                    Evaluations = table.Column<int>(type: "integer", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_CircleReview", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_CalibrationWork_IsActive_ProjectSlug",
                table: "Evaluations_CalibrationWork",
                columns: new[] { "IsActive", "ProjectSlug" });

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_CircleReview_At",
                table: "Evaluations_CircleReview",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_CircleReview_Circle_Evaluations",
                table: "Evaluations_CircleReview",
                columns: new[] { "Circle", "Evaluations" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Evaluations_CalibrationWork");

            migrationBuilder.DropTable(
                name: "Evaluations_CircleReview");

            migrationBuilder.DropColumn(
                name: "OpenedBy",
                table: "Evaluations_Case");

            migrationBuilder.DropColumn(
                name: "Question",
                table: "Evaluations_Case");
        }
    }
}
