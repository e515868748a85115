using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EfCoreImport.Migrations;

/// <inheritdoc />
public partial class Initial : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Sellers",
            columns: table => new
            {
                Id = table.Column<int>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                FirstName = table.Column<string>(type: "TEXT", nullable: false),
                LastName = table.Column<string>(type: "TEXT", nullable: false),
                Email = table.Column<string>(type: "TEXT", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Sellers", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "SellsyImportLock",
            columns: table => new
            {
                Id = table.Column<int>(type: "INTEGER", nullable: false),
                Writes = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_SellsyImportLock", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "SellsyImports",
            columns: table => new
            {
                Id = table.Column<long>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                ImportId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                FileName = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                FileHash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                FileLocation = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                MappingHash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                ExistingLeads = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                PlanHash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                StartedBy = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                Customer = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                SellsyAccount = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                State = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                RowsRead = table.Column<long>(type: "INTEGER", nullable: false),
                Added = table.Column<long>(type: "INTEGER", nullable: false),
                Updated = table.Column<long>(type: "INTEGER", nullable: false),
                Unchanged = table.Column<long>(type: "INTEGER", nullable: false),
                Skipped = table.Column<long>(type: "INTEGER", nullable: false),
                Errors = table.Column<long>(type: "INTEGER", nullable: false),
                Batches = table.Column<int>(type: "INTEGER", nullable: false),
                NextRow = table.Column<long>(type: "INTEGER", nullable: true),
                NextLine = table.Column<long>(type: "INTEGER", nullable: true),
                NextByte = table.Column<long>(type: "INTEGER", nullable: true),
                LeaseToken = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                LeaseHolder = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                LeaseTakenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                LeaseExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                CancelRequestedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                CancelRequestedBy = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_SellsyImports", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Contacts",
            columns: table => new
            {
                Id = table.Column<int>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                SellsyId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                FirstName = table.Column<string>(type: "TEXT", nullable: false),
                LastName = table.Column<string>(type: "TEXT", nullable: true),
                Email = table.Column<string>(type: "TEXT", nullable: true),
                Phone = table.Column<string>(type: "TEXT", nullable: true),
                Job = table.Column<string>(type: "TEXT", nullable: true),
                Company = table.Column<string>(type: "TEXT", nullable: true),
                OwnerId = table.Column<int>(type: "INTEGER", nullable: false),
                Score = table.Column<int>(type: "INTEGER", nullable: false),
                SellsyVersion = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Contacts", x => x.Id);
                table.ForeignKey(
                    name: "FK_Contacts_Sellers_OwnerId",
                    column: x => x.OwnerId,
                    principalTable: "Sellers",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "SellsyImportBatches",
            columns: table => new
            {
                Import = table.Column<long>(type: "INTEGER", nullable: false),
                Number = table.Column<int>(type: "INTEGER", nullable: false),
                Stage = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                Content = table.Column<byte[]>(type: "BLOB", maxLength: -1, nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_SellsyImportBatches", x => new { x.Import, x.Number });
                table.ForeignKey(
                    name: "FK_SellsyImportBatches_SellsyImports_Import",
                    column: x => x.Import,
                    principalTable: "SellsyImports",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "SellsyImportPlans",
            columns: table => new
            {
                Import = table.Column<long>(type: "INTEGER", nullable: false),
                Plan = table.Column<byte[]>(type: "BLOB", maxLength: -1, nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_SellsyImportPlans", x => x.Import);
                table.ForeignKey(
                    name: "FK_SellsyImportPlans_SellsyImports_Import",
                    column: x => x.Import,
                    principalTable: "SellsyImports",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex(
            name: "IX_Contacts_OwnerId",
            table: "Contacts",
            column: "OwnerId");

        migrationBuilder.CreateIndex(
            name: "IX_Contacts_SellsyId",
            table: "Contacts",
            column: "SellsyId",
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_SellsyImportBatches_Import_Stage_Number",
            table: "SellsyImportBatches",
            columns: new[] { "Import", "Stage", "Number" });

        migrationBuilder.CreateIndex(
            name: "IX_SellsyImports_ImportId",
            table: "SellsyImports",
            column: "ImportId",
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_SellsyImports_PlanHash",
            table: "SellsyImports",
            column: "PlanHash");
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(
            name: "Contacts");

        migrationBuilder.DropTable(
            name: "SellsyImportBatches");

        migrationBuilder.DropTable(
            name: "SellsyImportLock");

        migrationBuilder.DropTable(
            name: "SellsyImportPlans");

        migrationBuilder.DropTable(
            name: "Sellers");

        migrationBuilder.DropTable(
            name: "SellsyImports");
    }
}
